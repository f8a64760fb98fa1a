import { Link } from '@backstage/core-components';
import type { IndexableDocument, ResultHighlight } from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import { RiStackLine } from '@remixicon/react';
import { Muted } from '../kit';
import styles from './Fleet.module.css';

export interface InfraSearchResultListItemProps {
  readonly result?: IndexableDocument;
  readonly highlight?: ResultHighlight | undefined;
}

/** A project found by a word of its infrastructure: the words around the hit, and the way to its page. */
export const InfraSearchResultListItem = ({
  result,
  highlight,
}: InfraSearchResultListItemProps) => {
  if (result === undefined) return null;
  return (
    <div className={styles.result}>
      <RiStackLine size={20} aria-hidden />
      <div className={styles.resultText}>
        <Link to={result.location}>{marked(result.title, highlight?.fields.title, highlight)}</Link>
        <Muted>Infrastructure</Muted>
        <div className={styles.excerpt}>
          {marked(result.text, highlight?.fields.text, highlight)}
        </div>
      </div>
    </div>
  );
};

function marked(text: string, hit: string | undefined, highlight: ResultHighlight | undefined) {
  if (hit === undefined || highlight === undefined) return text;
  return (
    <HighlightedSearchResultText text={hit} preTag={highlight.preTag} postTag={highlight.postTag} />
  );
}
