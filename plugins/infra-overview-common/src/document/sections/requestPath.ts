import { z } from 'zod';
import { field, id, readingHints, required, text, texts, type Read } from '../fields';
import { scopedFields } from '../item';

export const pathNodeSchema = z.object({
  id: required(id, 'Name of the node, unique in the picture.'),
  label: field(text, 'What is written on it.'),
  kind: required(
    z.enum([
      'client',
      'dns',
      'cdn',
      'waf',
      'lb',
      'router',
      'proxy',
      'web',
      'worker',
      'scheduler',
      'database',
      'cache',
      'search',
      'queue',
      'storage',
      'external',
    ]),
    'What it is.',
  ),
  addon: field(id, 'Add-on it stands for.'),
  process: field(text, 'Process it stands for.'),
  variants: field(texts, 'Forms it comes in, such as web client and mobile client.'),
  rules: field(texts, 'What it does with certain requests.'),
});
export type PathNode = Read<typeof pathNodeSchema>;

const edgeId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.>-]{0,126}$/)
  .register(readingHints, { text: 'edge-id' });

export const pathEdgeSchema = z
  .object({
    from: required(id, 'Node it leaves.'),
    to: required(id, 'Node it reaches.'),
    id: field(edgeId, 'Name of the edge; from->to where it is left out.'),
    ports: field(z.array(z.number().int().min(0).max(65535)), 'Ports that are used.'),
    protocol: field(text, 'How they talk, such as https or a unix socket.'),
    condition: field(text, 'Which requests go this way.'),
    behaviour: field(text, 'What happens on the way.'),
    ...scopedFields,
  })
  .register(readingHints, { unnamed: 'ends' });
export type PathEdge = Read<typeof pathEdgeSchema>;

export const requestPathSchema = z.object({
  nodes: required(z.array(pathNodeSchema), 'What a request passes.'),
  edges: required(z.array(pathEdgeSchema), 'The ways between them.'),
});
/** Nodes and edges a request passes. */
export type RequestPath = Read<typeof requestPathSchema>;
