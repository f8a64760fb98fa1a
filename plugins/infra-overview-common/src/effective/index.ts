export {
  chainOf,
  completeRef,
  parentRefOf,
  type ChainLevel,
  type ChainLink,
  type EntityChain,
  type EntityLink,
} from './chain';
export { combineParts } from './combineParts';
export { writtenKey } from './distinctKey';
export { effectiveInfra, type EffectiveInfra, type OwnedRequestPath } from './effectiveInfra';
export {
  factAt,
  factReader,
  factsAt,
  type Fact,
  type FactReader,
  type LocatedFact,
} from './factAt';
export { itemKey } from './itemKey';
export { hasIds, MERGE_TABLE, type MergeKind } from './mergeTable';
export { originOf, parentPath, type Origin, type OriginLevel, type Origins } from './origin';
export { environmentNames, STAGE_ORDER, stageOf, type StageAnswer } from './stage';
export { viewOf, type InfraView } from './viewOf';
