// Every shape of readiness that travels, by what it is about.
export * from './values';
export * from './attestations';
export * from './waivers';
export * from './subject';
export * from './fleet';
export * from './changes';
export * from './packs';
export * from './people';
