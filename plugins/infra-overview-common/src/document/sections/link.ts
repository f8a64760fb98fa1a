import { z } from 'zod';
import { field, id, readingHints, required, text, url, type Read } from '../fields';

export const linkSchema = z
  .object({
    title: required(text, 'What the link leads to.'),
    id: field(id, 'Name of the link in this list; made from the title where it is left out.'),
    url: field(url, 'Address. Left out: the source names a page but lost its address.'),
    kind: field(
      z.enum([
        'docs',
        'dashboard',
        'diagram',
        'source',
        'form',
        'runbook',
        'sign-in',
        'pricing',
        'other',
      ]),
      'What is found there.',
    ),
    visibility: field(text, 'Who can open it.'),
  })
  .register(readingHints, { unnamed: 'title' });
/** A page elsewhere. */
export type Link = Read<typeof linkSchema>;
