export type { OwnedEntity } from './ownedEntity';
export { ownershipHealth } from './ownershipHealth';
