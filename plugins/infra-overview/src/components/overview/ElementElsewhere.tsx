import { elementAt, viewOf } from 'backstage-plugin-infra-overview-common';
import { useView } from './context';
import { Button } from '@backstage/ui';

/** An address names something that is not here: say where it is, if anywhere. */
export const ElementElsewhere = ({ path }: { readonly path: string }) => {
  const { effective, environments, environment, setEnvironment, now } = useView();
  const elsewhere = environments.filter(
    name => name !== environment && elementAt(viewOf(effective, name), path, now) !== undefined,
  );
  return (
    <>
      <p>
        <code>{path}</code>{' '}
        {environment === '' ? 'is not in this document.' : `is not stated for ${environment}.`}
      </p>
      {elsewhere.map(name => (
        <Button key={name} variant="secondary" onPress={() => setEnvironment(name)}>
          Show it in {name}
        </Button>
      ))}
    </>
  );
};
