import type { AudienceKey, LevelKey, Limits, WindowKey } from '../schedule';

/**
 * What an override can set aside, by name. A freeze by its window key; the rest with a word before a colon.
 * A lock and readiness have no rule key: those have break-lock and waiver.
 */
export type RuleKey = string;

export const freezeRule = (window: WindowKey): RuleKey => window;
export const allowRule = (level: LevelKey): RuleKey => `allow:${level}`;
export const defaultRule: RuleKey = 'default:';
export const noticeRule = (audience: AudienceKey): RuleKey => `notice:${audience}`;
export const fitRule: RuleKey = 'fit:';
export const limitRule = (limit: keyof Limits): RuleKey => `limit:${limit}`;
