import type { Overview } from 'backstage-plugin-infra-overview-common';
import { lazy, Suspense } from 'react';
import { Fold, Muted, OutsideLink, SectionCard } from '../kit';

const DocumentText = lazy(async () => ({ default: (await import('./DocumentText')).DocumentText }));

/** A document that cannot be shown: which rule, where, what to do. Never the text that broke a rule; one that is only newer can be read as text. */
export const RefusedDocument = ({ overview }: { readonly overview: Overview }) => {
  const { refusal, entity, effective } = overview;
  const file = entity.editUrl ?? entity.sourceUrl;
  return (
    <SectionCard id="refused" title={titleOf(refusal?.code)}>
      <p>
        {refusal?.message ?? 'The document could not be read.'}
        {refusal?.line !== undefined && ` Line ${refusal.line}.`}
      </p>
      {refusal !== undefined && refusal.path !== '' && (
        <p>
          Where: <code>spec.infra.{refusal.path}</code>
        </p>
      )}
      {refusal?.fix !== undefined && <p>{refusal.fix}</p>}
      <p>
        {effective === undefined
          ? 'What the page showed before is not shown as if it were current.'
          : 'Below is only what the documents above and below this one say.'}
      </p>
      {file !== undefined && (
        <p>
          <OutsideLink href={file}>Open the file</OutsideLink>
        </p>
      )}
      {refusal?.code === 'schema-newer' && (
        <Fold label="The document as text">
          <Suspense fallback={<Muted>Loading the text</Muted>}>
            <DocumentText />
          </Suspense>
        </Fold>
      )}
    </SectionCard>
  );
};

function titleOf(code: string | undefined): string {
  if (code === 'secret-found') return 'Refused: the document holds a secret';
  if (code === 'schema-newer') return 'Written for a newer version of this page';
  return 'The document cannot be read';
}
