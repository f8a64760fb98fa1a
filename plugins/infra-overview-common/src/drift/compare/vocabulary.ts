const VENDORS = ['heroku', 'aws', 'amazon', 'google', 'gcp', 'azure'] as const;
/** Other spellings of one product. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['postgres', 'postgresql'],
  ['pg', 'postgresql'],
  ['elastic-search', 'elasticsearch'],
]);

/** Words are the same in any case and however they are spaced. */
export function sameWords(a: string, b: string): boolean {
  return normal(a) === normal(b);
}

function normal(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}

/** `heroku-postgresql:standard-0` as one word holds product and plan. */
export function productAndPlan(text: string): {
  readonly product: string;
  readonly plan: string | undefined;
} {
  const word = normal(text);
  const colon = word.indexOf(':');
  return colon === -1
    ? { product: word, plan: undefined }
    : { product: word.slice(0, colon), plan: word.slice(colon + 1) };
}

interface Product {
  readonly vendor: string | undefined;
  readonly name: string;
}

function productOf(text: string): Product {
  const word = productAndPlan(text).product.replace(/[\s_]+/g, '-');
  const vendor = VENDORS.find(each => word.startsWith(`${each}-`));
  const name = vendor === undefined ? word : word.slice(vendor.length + 1);
  return { vendor, name: SPELLINGS.get(name) ?? name };
}

/** `postgresql` is any vendor's; `heroku-postgresql` and `aws-postgresql` are two products. */
export function sameProduct(a: string, b: string): boolean {
  const [one, other] = [productOf(a), productOf(b)];
  if (one.name !== other.name) return false;
  return one.vendor === undefined || other.vendor === undefined || one.vendor === other.vendor;
}

/** Whether a product carries the name of one of these platforms. */
export function isProductOf(text: string, platforms: readonly string[]): boolean {
  const { product } = productAndPlan(text);
  return platforms.some(platform => product.startsWith(`${platform.toLowerCase()}-`));
}

/** `Standard 0`, `standard-0`, `standard_0 plan` and `heroku-postgresql:standard-0` are one plan. */
export function samePlan(a: string, b: string): boolean {
  return planOf(a) === planOf(b);
}

function planOf(text: string): string {
  const { product, plan } = productAndPlan(text);
  return (plan ?? product).replace(/ plan$/, '').replace(/[\s_]+/g, '-');
}

/** `web.1` is one of web. */
export function processName(name: string): string {
  return normal(name).replace(/\.\d+$/, '');
}

export function hostName(host: string): string {
  return normal(host).replace(/\.$/, '');
}

/** A dump that is taken at a time is what documents call a snapshot. */
export function sameMethod(a: string, b: string): boolean {
  const plain = (method: string) => (normal(method) === 'logical' ? 'snapshot' : normal(method));
  return plain(a) === plain(b);
}
