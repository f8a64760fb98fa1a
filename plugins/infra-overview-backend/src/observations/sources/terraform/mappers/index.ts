import { cache } from './cache';
import { cdn } from './cdn';
import { compute } from './compute';
import { database } from './database';
import { dns } from './dns';
import { domains } from './domains';
import { heroku } from './heroku';
import { loadBalancer } from './loadBalancer';
import type { Mapper } from './mapper';
import { network } from './network';
import { requestPath } from './requestPath';
import { secretNames } from './secretNames';
import { storage } from './storage';

/** A family of resource types each. A new type is a line in allowList.ts and in one of them. */
export const MAPPERS: readonly Mapper[] = [
  compute,
  heroku,
  database,
  cache,
  storage,
  cdn,
  dns,
  loadBalancer,
  network,
  requestPath,
  domains,
  secretNames,
];
export { ResourceSet } from './resourceSet';
