export { createReadinessCore, type ReadinessCore } from './createReadinessCore';
export { createReadinessRoom, type ReadinessRoomDeps } from './createReadinessRoom';
