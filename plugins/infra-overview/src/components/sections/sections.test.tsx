import { elementAt, viewOf } from 'backstage-plugin-infra-overview-common';
import { screen } from '@testing-library/react';
import { anOverview, NOW } from '../../__testUtils__/anOverview';
import { linkedPaths, renderSections } from './__testUtils__/renderSections';
import { WHOLE } from './__testUtils__/wholeDocument';
import { SECTIONS } from './index';

const system = {
  ref: 'system:default/shop',
  kind: 'System',
  namespace: 'default',
  name: 'shop',
  title: 'Shop',
};
const whole = anOverview(WHOLE, { entity: system });

/** Every item of every list of the document. */
function itemPaths(): readonly string[] {
  return Object.keys(whole.effective?.origins ?? {}).filter(path => path.endsWith(']'));
}

it('opens every item of the document from some section', async () => {
  renderSections(whole);
  await screen.findByRole('heading', { level: 2, name: /Environments/ });
  const linked = new Set(linkedPaths());
  expect(itemPaths().length).toBeGreaterThan(50);
  expect(itemPaths().filter(path => !linked.has(path))).toEqual([]);
});

it('links only to what the drawer can show', async () => {
  renderSections(whole);
  await screen.findByRole('heading', { level: 2, name: /Environments/ });
  const { effective } = whole;
  const dead = linkedPaths().filter(path => {
    const views = ['production', 'staging'].map(name => effective && viewOf(effective, name));
    return views.every(view => view === undefined || elementAt(view, path, NOW) === undefined);
  });
  expect(dead).toEqual([]);
});

it('has every anchor once', async () => {
  renderSections(whole);
  await screen.findByRole('heading', { level: 2, name: /Environments/ });
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

it.each(['engineer', 'newcomer', 'manager'])(
  'draws each section once for the role %s',
  async role => {
    renderSections(whole, undefined, `?role=${role}`);
    await screen.findByRole('heading', { level: 2, name: /Environments/ });
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(Object.keys(SECTIONS).length);
  },
);

it.each`
  text
  ${'Only here is real data'}
  ${'Tokens expire after 8 hours'}
  ${'Keep secrets on laptops'}
  ${'A restore was tried'}
  ${'443 from anywhere'}
  ${'Renew every three years'}
  ${'One kind of thing we sell'}
  ${'Moved here in 2019'}
  ${'500 USD a month'}
  ${'Monday to Friday'}
  ${'address lost in the source'}
  ${'Planned for spring'}
  ${'Sends the weekly digest'}
`('says "$text"', async ({ text }) => {
  renderSections(whole);
  expect((await screen.findAllByText(text, { exact: false })).length).toBeGreaterThan(0);
});
