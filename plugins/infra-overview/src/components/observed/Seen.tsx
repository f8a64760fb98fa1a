import type { Instant } from 'backstage-plugin-infra-overview-common';
import { Muted, OutsideLink } from 'backstage-plugin-infra-overview-react';
import { describeAge } from '../../lib/describeAge';
import { useView } from '../overview/context';
import { useSourceTitle } from './useSourceTitle';

export interface SeenProps {
  readonly source: string;
  readonly at: Instant;
  readonly deepLink?: string;
}

/** "12 minutes ago, Heroku": when, by whom, and the page where a person sees it. */
export const Seen = ({ source, at, deepLink }: SeenProps) => {
  const { now } = useView();
  const title = useSourceTitle()(source);
  return (
    <Muted>
      <time dateTime={isoOf(at)}>{describeAge(at, now)}</time>,{' '}
      {deepLink === undefined ? title : <OutsideLink href={deepLink}>{title}</OutsideLink>}
    </Muted>
  );
};

function isoOf(at: Instant): string | undefined {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
