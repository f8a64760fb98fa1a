// Every shape that travels, by room.
export * from './time/wire';
export * from './schedule/wire';
export * from './log/wire';
export * from './locks/wire';
export * from './notices/wire';
export * from './decision/wire';
export * from './readiness/wire';
export { parseAnswer, parseWire } from 'backstage-plugin-infra-overview-common';
