export {
  createOverridesRoom,
  type OverridesRoom,
  type OverridesRoomDeps,
} from './createOverridesRoom';
export { DatabaseOverrideStore } from './DatabaseOverrideStore';
export type { OverrideStore, StoredOverride } from './OverrideStore';
