import { RiFlashlightLine } from '@remixicon/react';
import {
  failureChoices,
  failureEvent,
  statedBlock,
  type InfraView,
} from 'backstage-plugin-infra-overview-common';
import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import { useView } from '../overview/context';
import styles from './Impact.module.css';
import { useDownHref } from './useDown';

/** The way from an element to what happens without it; nothing for what cannot go down, a rule for example. */
export const WhatIfLink = ({ path }: { readonly path: string }) => {
  const { view, effective } = useView();
  const href = useDownHref(path);
  const canFail = useMemo(
    () => failureChoices(view, effective.requestPaths).some(choice => choice.path === path),
    [view, effective, path],
  );
  if (!canFail && !isBox(view, path)) return null;
  return (
    <Link to={href} className={styles.whatIf}>
      <RiFlashlightLine size={16} aria-hidden />
      {`What if it ${failureEvent(path)}?`}
    </Link>
  );
};

/** A box that stands for something is asked about by its own name too. Clients are people. */
function isBox({ document }: InfraView, path: string): boolean {
  const id = /^requestPath\.nodes\[(.+)\]$/.exec(path)?.[1];
  const node = statedBlock(document.requestPath)?.nodes.find(known => known.id === id);
  return node !== undefined && node.kind !== 'client';
}
