import { readProvider } from './readState';

it.each([
  ['provider.aws', 'aws'],
  ['provider.aws.west', 'aws'],
  ['module.a.module.b.provider.aws', 'aws'],
  ['provider["registry.terraform.io/hashicorp/aws"]', 'aws'],
  ['provider["registry.opentofu.org/hashicorp/aws"].west', 'aws'],
  ['module.a.provider["registry.terraform.io/hashicorp/aws"]', 'aws'],
  ['module.a["x"].provider["registry.terraform.io/hashicorp/aws"].west', 'aws'],
  ['registry.terraform.io/heroku/heroku', 'heroku'],
  ['aws', undefined],
  [undefined, undefined],
  [{}, undefined],
  ['p'.repeat(100_000), undefined],
])('%p is %p', (written, name) => {
  expect(readProvider(written)).toBe(name);
});
