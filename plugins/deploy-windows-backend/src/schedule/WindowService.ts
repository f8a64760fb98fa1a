import type {
  IncidentFreezeAsked,
  PreviewAnswer,
  WindowAnswer,
  WindowWish,
} from 'backstage-plugin-deploy-windows-common';
import type { CallOptions } from '../api/route';
import type { DisplayWish } from '../display/Displays';

export interface WindowChange {
  readonly window: WindowWish;
  readonly version: number;
  readonly why: string;
}

export interface Withdrawal {
  readonly why: string;
  readonly version?: number;
}

/** What permission is asked about a window that is there already. */
export interface WindowPlace {
  readonly level: string;
  readonly isBroad: boolean;
  readonly isIncident: boolean;
}

/** What came of a write: the window, and how many targets it concerns. */
export interface WindowOutcome {
  readonly window: WindowAnswer;
  readonly targetCount: number;
  readonly isBroad: boolean;
}

/** Ad-hoc windows and freezes. They are withdrawn and never deleted; every version is kept. */
export interface WindowService {
  /** @throws NotFoundError */
  placeOf(id: string): Promise<WindowPlace>;
  preview(wish: WindowWish, display: DisplayWish, options: CallOptions): Promise<PreviewAnswer>;
  previewIncident(
    wish: IncidentFreezeAsked,
    display: DisplayWish,
    options: CallOptions,
  ): Promise<PreviewAnswer>;
  create(wish: WindowWish, display: DisplayWish, options: CallOptions): Promise<WindowOutcome>;
  createIncident(
    wish: IncidentFreezeAsked,
    display: DisplayWish,
    options: CallOptions,
  ): Promise<WindowOutcome>;
  /** @throws ConflictError VERSION_MISMATCH, WITHDRAWN, INCIDENT_FREEZE, DECLARED_IN_CATALOG */
  change(
    id: string,
    change: WindowChange,
    display: DisplayWish,
    options: CallOptions,
  ): Promise<WindowOutcome>;
  withdraw(
    id: string,
    withdrawal: Withdrawal,
    display: DisplayWish,
    options: CallOptions,
  ): Promise<WindowOutcome>;
}
