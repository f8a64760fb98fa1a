import type { HumanDuration } from '@backstage/types';

export interface Config {
  deployWindows?: {
    /**
     * How far ahead openings are looked for. Default: P400D.
     * @visibility frontend
     */
    horizon?: HumanDuration | string;
    decision?: {
      /** The longest an answer may be trusted, at most and by default PT15M. */
      maxAge?: HumanDuration | string;
    };
    snapshot?: {
      /** How often the catalog is asked for changed documents. Default: PT1M. */
      refresh?: HumanDuration | string;
      /** Documents that were not read for longer are said to be stale. Default: PT5M. */
      staleAfter?: HumanDuration | string;
      /** Documents that were not read for longer hold, where `onUnavailable` is `block`. Default: PT15M. */
      maxAge?: HumanDuration | string;
    };
    /** What holds where no document says otherwise: one value, or one by stage and `default` for the others. */
    defaults?: {
      /** Default: true. */
      openByDefault?: boolean | { [stage: string]: boolean };
      /** Default: warn. */
      mustFit?: 'off' | 'warn' | 'enforce' | { [stage: string]: 'off' | 'warn' | 'enforce' };
      /** Default: off. */
      readiness?:
        | 'off'
        | 'report'
        | 'warn'
        | 'enforce'
        | { [stage: string]: 'off' | 'report' | 'warn' | 'enforce' };
      /** Default: block in production, else allow. */
      onUnavailable?: 'block' | 'allow' | { [stage: string]: 'block' | 'allow' };
    };
    lock?: {
      /** A lock nobody renews ends after this long. Default: PT30M. */
      ttl?: HumanDuration | string;
    };
    override?: {
      /** Default and longest: PT24H. */
      maxDuration?: HumanDuration | string;
      /** Default and longest: PT4H. */
      emergencyMax?: HumanDuration | string;
      /** Where a second person must agree: `always`, `never`, a stage or a list of stages. Default: production. */
      twoPerson?: string | string[];
    };
    incidentFreeze?: {
      /** Default: PT4H. */
      defaultDuration?: HumanDuration | string;
    };
    notice?: {
      /** How long before audiences are told: PT24H, or 2bd for business days. Default: PT24H. */
      defaultLead?: string;
      /** After an emergency they are told within. Default: PT1H. */
      retrospectiveWithin?: HumanDuration | string;
    };
    /** Calendars that windows refer to by id. */
    feeds?: Array<{
      id: string;
      title?: string;
      /**
       * Address of an .ics file; the host's list of readable addresses applies.
       * @visibility secret
       */
      url: string;
      /** Its allow windows end when it was not read for this long; its freezes stay. Default: P7D. */
      maxAge?: HumanDuration | string;
      /** IANA zone of all-day events and of times without a zone. Left out: the zone of the window that uses it. */
      timeZone?: string;
    }>;
    /** Holiday sets that windows refer to by id: each has `country`, `dates` or `feed`. */
    holidays?: Array<{
      id: string;
      title?: string;
      /** ISO 3166 code, such as US. */
      country?: string;
      /** State or province, such as IL. */
      state?: string;
      region?: string;
      /** Such as '2026-12-25', or { date, title }. */
      dates?: Array<string | { date: string; title?: string }>;
      /** Id of a feed. */
      feed?: string;
      /** Words that the title of an event has. */
      match?: string;
    }>;
    retention?: {
      /** Default: P400D. */
      decisions?: HumanDuration | string;
      /** Decisions with a permit or an override. Default: three years. */
      permits?: HumanDuration | string;
    };
    lint?: {
      /** Less open time is pointed out. Default: 48. */
      minOpenHours?: number;
      /** In each stretch of this length. Default: P32D. */
      window?: HumanDuration | string;
    };
    /** Whether services are ready: what is judged, and by which packs of checks. */
    readiness?: {
      /** Which entities are judged, as a filter predicate. Left out: Components of type service or website, and what carries spec.infra. */
      subjects?: object;
      /** Packs besides those that the documents name: each has `name` or `file`. */
      packs?: Array<{
        /** Such as tts-hosting@1; without a version the newest. */
        name?: string;
        /** Path of a pack file, relative to where the backend runs. */
        file?: string;
        /** Which subjects it is asked of, as a filter predicate over kind, stage, platform and so on. */
        subjects?: object;
      }>;
      people?: {
        /** Which Users count for nobody, as a filter predicate over the User entity. */
        inactive?: object;
      };
      /** Facts that were read longer ago are not known. Default: PT24H. */
      maxFactsAge?: HumanDuration | string;
      /** How long before its start `enforce` begins to warn. Default: not at all. */
      warnAhead?: HumanDuration | string;
      retention?: {
        /** Changes of results. Default: two years. */
        transitions?: HumanDuration | string;
      };
      /**
       * Entity refs of those who are told that a waiver waits for an approval; whether they may approve is asked of the permission
       * policy. Default: the owner of the Domain, else of the System.
       */
      approvers?: string[];
      digest?: {
        /** One message a week to each owner with something new. Default: true. */
        enabled?: boolean;
      };
    };
    tzdata?: {
      /** Older zone data is pointed out, such as 2026b. */
      minimum?: string;
      /** Older zone data stops the start. Default: false. */
      refuse?: boolean;
    };
    notifications?: {
      /** Default: false. */
      enabled?: boolean;
      /** Entity refs of those who run the portal. */
      platform?: string[];
    };
    signals?: {
      /** Default: false. */
      enabled?: boolean;
    };
    display?: {
      /**
       * Language of times, BCP 47. Default: en-GB.
       * @visibility frontend
       */
      locale?: string;
      /**
       * Zone where neither reader nor project names one. Default: UTC.
       * @visibility frontend
       */
      zone?: string;
    };
  };
}
