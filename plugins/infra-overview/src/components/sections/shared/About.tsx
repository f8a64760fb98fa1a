import { fieldLabel, itemTitle } from 'backstage-plugin-infra-overview-common';
import { ElementLink, FactText } from '../../kit';
import { useView } from '../../overview/context';
import { elementOf, type Spoken } from './elementOf';

/** What a risk, a plan or a question speaks of: a link where it names one element of the document, else its path in words. */
export const About = ({ path }: { readonly path: string }) => {
  const { view, effective } = useView();
  const here = elementOf(view.document, path);
  // Things of other environments are not in this environment's view.
  const spoken: Spoken = here.kind === 'gap' ? elementOf(effective.document, path) : here;
  switch (spoken.kind) {
    case 'element':
      return (
        <>
          <ElementLink path={spoken.element.path}>{itemTitle(spoken.element.item)}</ElementLink>
          {spoken.fields.length > 0 && `: ${inWords(spoken.fields)}`}
        </>
      );
    case 'general':
      return <>{inWords(spoken.fields)}</>;
    case 'gap':
      return (
        <>
          {path} <FactText state="not-stated" text="(not described here)" />
        </>
      );
    default:
      throw new Error(spoken satisfies never);
  }
};

function inWords(fields: readonly string[]): string {
  return fields.map((field, index) => fieldLabel(field, fields[index - 1])).join(', ');
}
