import {
  describeDate,
  type DomainName,
  productName,
  statedBlock,
  type Tls,
  type Tone,
} from 'backstage-plugin-infra-overview-common';
import { FactText, Lines, ToneText } from '../kit';
import { ObservedFacts } from '../observed/facts/ObservedFacts';
import { useFacts } from '../observed/facts/useFacts';
import { useView, ViewSection } from '../overview/context';
import {
  detailsColumn,
  fieldColumn,
  ifStated,
  ItemName,
  ItemTable,
  Reference,
  wordsColumn,
  type ItemColumn,
} from './shared';

const COLUMNS: readonly ItemColumn<DomainName>[] = [
  {
    id: 'name',
    label: 'Name',
    sortValue: of => of.item.host,
    cell: of => (
      <ItemName
        of={of}
        remark={
          of.item.host === undefined && (
            <FactText state="not-stated" text="it exists, its name is not stated" />
          )
        }
      >
        {of.item.host ?? of.item.id}
      </ItemName>
    ),
  },
  ifStated(fieldColumn('kind', 'Kind')),
  wordsColumn('tls', 'Certificate and encryption', ({ tls }) => {
    const stated = statedBlock(tls);
    return stated && <TlsWords tls={stated} />;
  }),
  wordsColumn('dns', 'Name service', ({ dns }) => {
    if (dns === undefined) return undefined;
    const { provider, dnssec } = dns;
    return (
      <Lines>
        {[
          provider === undefined ? 'provider not stated' : productName(provider),
          dnssec === undefined ? 'DNSSEC not stated' : `DNSSEC: ${dnssec ? 'yes' : 'no'}`,
        ]}
      </Lines>
    );
  }),
  detailsColumn('Also', ['public', 'analytics']),
];

/** Names under which it answers, with certificate and name service. */
export const DomainsSection = () => {
  const { view, environment } = useView();
  const facts = useFacts(['certificate-ends'], environment);
  return (
    <ViewSection id="domains">
      <ItemTable caption="Domains" list={view.document.domains} at="domains" columns={COLUMNS} />
      <ObservedFacts facts={facts} />
    </ViewSection>
  );
};

function TlsWords({ tls }: { readonly tls: Tls }) {
  const lines = tlsLines(tls).map(({ text, tone }) => (
    <ToneText key={text} tone={tone}>
      {text}
    </ToneText>
  ));
  const end = tls.terminatesAt !== undefined && (
    <span key="end">
      ends at <Reference to={['requestPath.nodes']} id={tls.terminatesAt} />
    </span>
  );
  return <Lines>{[...lines, end].filter(Boolean)}</Lines>;
}

/** What is stated of a certificate; silence about a part is left out here and said in the drawer. */
function tlsLines(tls: Tls): readonly { readonly text: string; readonly tone: Tone }[] {
  const lines: { text: string; tone: Tone }[] = [];
  const { source, autoRenew, expires, redirectHttp, hsts, preload } = tls;
  lines.push({
    text:
      source === undefined
        ? 'certificate: source not stated'
        : `certificate: ${productName(source)}`,
    tone: 'neutral',
  });
  if (autoRenew !== undefined)
    lines.push(
      autoRenew ? say('renews by itself', 'good') : say('does not renew by itself', 'warning'),
    );
  if (expires !== undefined) lines.push(say(`valid until ${describeDate(expires)}`, 'neutral'));
  if (redirectHttp !== undefined) {
    lines.push(
      redirectHttp ? say('HTTP is sent to HTTPS', 'good') : say('HTTP is not sent to HTTPS', 'bad'),
    );
  }
  if (hsts !== undefined) lines.push(say(`HSTS: ${hsts ? 'yes' : 'no'}`, 'neutral'));
  if (preload !== undefined) lines.push(say(`HSTS preload: ${preload ? 'yes' : 'no'}`, 'neutral'));
  return lines;
}

function say(text: string, tone: Tone) {
  return { text, tone };
}
