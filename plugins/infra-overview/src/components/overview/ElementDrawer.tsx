import { elementAt } from 'backstage-plugin-infra-overview-common';
import { useMemo } from 'react';
import { offeredView } from '../../lib/offeredView';
import { CopyButton, SidePanel } from '../kit';
import { WhatIfLink } from '../impact/WhatIfLink';
import { useView } from './context';
import { ElementBody } from './ElementBody';
import { ElementElsewhere } from './ElementElsewhere';

/** Everything about one element, beside the page. Which one is in the address. */
export const ElementDrawer = () => {
  const { view, effective, element, closeElement, now } = useView();
  const detail = useMemo(() => {
    if (element === undefined) return undefined;
    const shown = offeredView(view, effective, element);
    return elementAt(shown.view, shown.path, now);
  }, [view, effective, element, now]);
  if (element === undefined) return null;
  if (detail === undefined) {
    return (
      <SidePanel title="Not in this environment" onClose={closeElement}>
        <ElementElsewhere path={element} />
      </SidePanel>
    );
  }
  return (
    <SidePanel
      title={detail.title}
      kicker={detail.kind}
      actions={
        <>
          <CopyButton label="Copy link" text={() => window.location.href} />
          <WhatIfLink path={detail.path} />
        </>
      }
      onClose={closeElement}
    >
      <ElementBody detail={detail} />
    </SidePanel>
  );
};
