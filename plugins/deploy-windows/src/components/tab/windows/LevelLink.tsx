import { EntityRefLink } from '@backstage/plugin-catalog-react';

/** A level is an entity, or one of its environments. */
export const LevelLink = ({ level }: { readonly level: string }) => {
  const [entityRef = level, environment] = level.split('#');
  if (!/^[a-z]+:[^/]+\/.+$/i.test(entityRef)) return <>{level}</>;
  return (
    <>
      <EntityRefLink entityRef={entityRef} />
      {environment !== undefined && `, ${environment}`}
    </>
  );
};
