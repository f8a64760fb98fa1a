import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readHerokuConfig } from './config';

const token = ['any', 'thing'].join('-');
const read = (data: JsonObject) =>
  readHerokuConfig(mockServices.rootConfig({ data: { token, ...data } }));

describe('the configuration of Heroku', () => {
  it('needs a token and nothing else', () => {
    expect(read({})).toEqual({
      token,
      apiUrl: 'https://api.heroku.com',
      dataUrl: 'https://api.data.heroku.com',
      requestsPerHour: 3_600,
      scopeProof: 'required',
      bindings: [],
    });
  });

  it.each`
    key                  | value
    ${'apiUrl'}          | ${'https://heroku.example/'}
    ${'apiUrl'}          | ${'http://localhost:7071'}
    ${'apiUrl'}          | ${'http://127.0.0.1:7071'}
    ${'requestsPerHour'} | ${60}
    ${'scopeProof'}      | ${'trusted'}
  `('takes $key: $value', ({ key, value }) => {
    expect(() => read({ [key]: value })).not.toThrow();
  });

  it.each`
    key                  | value
    ${'apiUrl'}          | ${'http://heroku.example'}
    ${'apiUrl'}          | ${'http://localhost.example'}
    ${'dataUrl'}         | ${'https://a:b@heroku.example'}
    ${'dataUrl'}         | ${'file:///etc/passwd'}
    ${'dataUrl'}         | ${'heroku'}
    ${'requestsPerHour'} | ${59}
    ${'requestsPerHour'} | ${100.5}
    ${'scopeProof'}      | ${'yes'}
  `('refuses $key: $value', ({ key, value }) => {
    expect(() => read({ [key]: value })).toThrow(`infraOverview.sources.heroku.${key}`);
  });

  it('never repeats the token', () => {
    expect(() => read({ token: `${token}\nX-Other: header` })).toThrow(
      'infraOverview.sources.heroku.token holds a character that no token has',
    );
  });
});
