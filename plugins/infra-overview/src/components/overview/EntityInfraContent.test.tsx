/* eslint-disable no-script-url -- addresses that must never become links */
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NOW, SHOP_ENTITY, anOverview, withoutEffective } from '../../__testUtils__/anOverview';
import { SHOP } from '../../__testUtils__/documents';
import { renderTab, SHOP_CATALOG_ENTITY } from '../../__testUtils__/renderTab';

jest.mock('backstage-plugin-infra-overview-react', () => ({
  ...jest.requireActual('backstage-plugin-infra-overview-react'),
  useNow: () => NOW,
}));

const shop = async () => anOverview(SHOP);
const headings = () =>
  screen.getAllByRole('heading', { level: 2 }).map(heading => heading.textContent ?? '');
const address = () => screen.getByLabelText('Address').textContent;

describe('what came', () => {
  it('says that it is loading', async () => {
    renderTab({ overview: () => new Promise(() => {}) });
    expect(await screen.findByText('Loading the infrastructure')).toBeInTheDocument();
  });

  it('shows a failed request as one and asks again on demand', async () => {
    const overview = jest
      .fn()
      .mockRejectedValueOnce(new Error('The backend is away'))
      .mockImplementation(shop);
    renderTab({ overview });
    expect(await screen.findByText(/The infrastructure could not be loaded/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'Runs on' })).toBeInTheDocument();
    expect(overview).toHaveBeenCalledTimes(2);
  });

  it('offers a document to start with where nothing is written', async () => {
    renderTab({
      overview: async () => ({ ...withoutEffective(anOverview(SHOP)), outcome: 'absent' }),
    });
    expect(await screen.findByText(/schema: infra-overview.io\/v1alpha1/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Copy' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open the file' })).toHaveAttribute(
      'href',
      SHOP_ENTITY.editUrl,
    );
  });

  it('says rule and line of a refused document, and what to do', async () => {
    renderTab({
      overview: async () => ({
        ...withoutEffective(anOverview(SHOP)),
        outcome: 'refused',
        refusal: {
          code: 'secret-found',
          severity: 'refused',
          path: 'notes[0].text',
          line: 12,
          message: 'Something that looks like a private key was found.',
          fix: 'Take it out and make a new one.',
        },
      }),
    });
    expect(
      await screen.findByRole('heading', { name: 'Refused: the document holds a secret' }),
    ).toBeInTheDocument();
    expect(screen.getByText(/private key was found. Line 12/)).toBeInTheDocument();
    expect(screen.getByText('Take it out and make a new one.')).toBeInTheDocument();
  });

  it('tells a newer schema apart from a secret', async () => {
    renderTab({
      overview: async () => ({
        ...withoutEffective(anOverview(SHOP)),
        outcome: 'refused',
        refusal: {
          code: 'schema-newer',
          severity: 'refused',
          path: 'schema',
          message: 'Written for v2.',
        },
      }),
    });
    expect(
      await screen.findByRole('heading', { name: 'Written for a newer version of this page' }),
    ).toBeInTheDocument();
  });

  it.each`
    code              | shown
    ${'schema-newer'} | ${true}
    ${'secret-found'} | ${false}
  `('shows the text of a document refused as $code: $shown', async ({ code, shown }) => {
    const infra = { schema: 'infra-overview.io/v9', novelty: 'words of another year' };
    renderTab({
      entity: { ...SHOP_CATALOG_ENTITY, spec: { ...SHOP_CATALOG_ENTITY.spec, infra } },
      overview: async () => ({
        ...withoutEffective(anOverview(SHOP)),
        outcome: 'refused',
        refusal: { code, severity: 'refused', path: 'schema', message: 'It cannot be read.' },
      }),
    });
    await screen.findByText('It cannot be read.');
    const fold = screen.queryByRole('button', { name: 'The document as text' });
    expect(fold !== null).toBe(shown);
    if (fold === null) return;
    expect(fold).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(fold);
    expect(await screen.findByText(/novelty: words of another year/)).toBeVisible();
  });

  it('says so when everything on the page is inherited', async () => {
    renderTab({ overview: async () => anOverview(SHOP, { outcome: 'absent' }) });
    expect(
      await screen.findByText('Nothing on this page was written for Shop itself'),
    ).toBeInTheDocument();
  });
});

describe('first screen', () => {
  it('answers in words and draws the path of production', async () => {
    renderTab({ overview: shop });
    for (const title of [
      'Runs on',
      'Database and last backup',
      'How it deploys and when',
      'Who is told when it breaks',
    ]) {
      expect(await screen.findByRole('heading', { level: 3, name: title })).toBeInTheDocument();
    }
    const way = screen.getByRole('list', { name: 'Way of a request' });
    expect(
      within(way)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual([
      expect.stringContaining('Client'),
      expect.stringContaining('web'),
      expect.stringContaining('Postgres'),
    ]);
    expect(screen.getByRole('heading', { name: /in production/ })).toBeInTheDocument();
  });

  it('puts production first and keeps foreign parameters on a change of environment', async () => {
    renderTab({ overview: shop, at: '?inspect=json' });
    const environments = await screen.findByRole('radiogroup', { name: 'Environment' });
    const [first, second] = within(environments).getAllByRole('radio');
    expect(first).toHaveAccessibleName('production');
    expect(first).toBeChecked();
    await userEvent.click(second as HTMLElement);
    expect(address()).toBe('?inspect=json&environment=staging');
    expect(
      await screen.findByRole('heading', { name: 'How a request travels in staging' }),
    ).toBeInTheDocument();
  });

  it('changes the environment by arrow keys', async () => {
    renderTab({ overview: shop });
    const production = await screen.findByRole('radio', { name: 'production' });
    production.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(address()).toBe('?environment=staging');
  });

  it('shows an unknown environment of an old link as production', async () => {
    renderTab({ overview: shop, at: '?environment=gone' });
    expect(await screen.findByRole('radio', { name: 'production' })).toBeChecked();
  });
});

describe('roles', () => {
  it('shows every role the same sections in its own order', async () => {
    renderTab({ overview: shop });
    await screen.findByRole('radio', { name: 'Engineer' });
    const engineer = headings();
    await userEvent.click(screen.getByRole('radio', { name: 'Manager' }));
    await waitFor(() => expect(address()).toBe('?role=manager'));
    const manager = headings();
    expect(manager).not.toEqual(engineer);
    const names = (all: readonly string[]) => all.map(name => name.replace(/ \d.*$/, '')).sort();
    expect(names(manager)).toEqual(names(engineer));
  });
});

describe('an element', () => {
  it('opens by its address with what speaks of it', async () => {
    renderTab({ overview: shop, at: '?element=addons%5Bdb%5D' });
    const panel = await screen.findByRole('dialog');
    for (const title of ['Backups', 'Risks', 'Improvements', 'Open questions', 'Source']) {
      expect(within(panel).getByRole('heading', { level: 3, name: title })).toBeInTheDocument();
    }
    expect(within(panel).getAllByText(/project page, lines 24-28/).length).toBeGreaterThan(0);
  });

  it('opens and closes by keyboard, keeps other parameters and gives the focus back', async () => {
    renderTab({ overview: shop, at: '?inspect=json' });
    const way = await screen.findByRole('list', { name: 'Way of a request' });
    const box = within(way).getByRole('link', { name: /^Postgres/ });
    box.focus();
    await userEvent.keyboard('{Enter}');
    const panel = await screen.findByRole('dialog');
    expect(address()).toContain('inspect=json');
    await waitFor(() => expect(panel.contains(document.activeElement)).toBe(true));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(address()).toBe('?inspect=json');
    expect(document.activeElement).toBe(box);
  });

  it('says where an element of another environment is', async () => {
    renderTab({ overview: shop, at: '?environment=staging&element=addons%5Bsearch%5D' });
    const panel = await screen.findByRole('dialog');
    await userEvent.click(within(panel).getByRole('button', { name: 'Show it in production' }));
    expect(await screen.findByRole('dialog', { name: /Elasticsearch/ })).toBeInTheDocument();
  });
});

it('copies the page as Markdown', async () => {
  const user = userEvent.setup();
  const written = jest.spyOn(navigator.clipboard, 'writeText');
  renderTab({ overview: shop });
  await user.click(await screen.findByRole('button', { name: 'Copy as Markdown' }));
  expect(await screen.findByText('Copied')).toBeInTheDocument();
  expect(written).toHaveBeenCalledWith(expect.stringContaining('Shop'));
});

describe('problems', () => {
  const withProblem = async () =>
    anOverview(SHOP, {
      problems: [
        {
          code: 'dangling-ref',
          severity: 'warning',
          path: 'backups[daily].of',
          line: 31,
          message: 'No add-on is called dbx.',
          fix: 'Write db.',
        },
      ],
      notUnderstood: [{ path: 'addons[db].plann', value: 'basic' }],
    });

  it('are open for the owners, with place, fix and file', async () => {
    renderTab({ overview: withProblem, groups: ['group:default/shop-team'] });
    const button = await screen.findByRole('button', { name: 'Problems in the document 2' });
    expect(button).toHaveAttribute('aria-expanded', 'true');
    const panel = within(screen.getByRole('region', { name: 'Problems in the document 2' }));
    expect(panel.getByText('line 31, spec.infra.backups[daily].of')).toBeInTheDocument();
    expect(panel.getByText('Write db.')).toBeInTheDocument();
    expect(panel.getByText('spec.infra.addons[db].plann')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '2 problems on the document' })).toHaveAttribute(
      'href',
      '#problems',
    );
  });

  it('are folded at the end for everybody else', async () => {
    renderTab({ overview: withProblem });
    const button = await screen.findByRole('button', { name: 'Problems in the document 2' });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    expect(headings().at(-1)).toContain('Problems in the document');
  });
});

it('shows hostile text as text, and no link that runs something', async () => {
  const hostile = '<img src=x onerror="window.hurt=1">';
  renderTab({
    overview: async () =>
      anOverview(
        {
          ...SHOP,
          addons: [
            {
              id: 'db',
              category: 'database',
              product: hostile,
              note: '[click](javascript:alert(1))',
            },
          ],
          backups: [],
          improvements: [],
          questions: [],
          risks: [{ id: 'r', statement: hostile, about: 'addons[db]' }],
        },
        {
          entity: {
            ...SHOP_ENTITY,
            sourceUrl: 'javascript:alert(1)',
            editUrl: 'javascript:alert(1)',
          },
        },
      ),
    at: '?element=addons%5Bdb%5D',
  });
  const panel = await screen.findByRole('dialog');
  expect(within(panel).getAllByText(text => text.includes(hostile)).length).toBeGreaterThan(0);
  expect(document.querySelector('img[src="x"]')).toBeNull();
  for (const link of document.querySelectorAll('a[href]')) {
    expect(link.getAttribute('href')).not.toMatch(/^\s*javascript:/i);
  }
});
