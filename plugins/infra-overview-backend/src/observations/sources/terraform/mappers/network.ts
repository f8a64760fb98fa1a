import { fieldsOf, type Mapper } from './mapper';

/** The private network, where there is one and its tag names it. */
export const network: Mapper = resources => {
  const [vpc, ...others] = resources.of('aws_vpc');
  if (vpc === undefined || others.length > 0) return {};
  return { fields: fieldsOf({ 'hosting.vpc': vpc.tags.Name }) };
};
