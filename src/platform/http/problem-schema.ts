/** {@link Problem} as it is sent, as JSON Schema. */
export const problemSchema = {
  type: 'object',
  description: 'A problem document (RFC 9457), with what the reader can do.',
  required: ['type', 'title', 'status', 'next', 'code', 'instance', 'requestId'],
  properties: {
    type: { type: 'string', description: 'The kind of problem, as an address' },
    title: { type: 'string', description: 'What happened, in words for people' },
    status: { type: 'integer' },
    next: { type: 'string', description: 'What to do next, in words for people' },
    code: { type: 'string', description: 'Stable, for programs' },
    problems: {
      type: 'array',
      items: {
        type: 'object',
        required: ['message'],
        properties: {
          field: { type: 'string', description: 'The property, with dots into what is nested; absent for the whole' },
          message: { type: 'string' },
        },
      },
    },
    retryAfter: { type: 'integer', description: 'Seconds after which a repeat is worthwhile' },
    instance: { type: 'string', description: 'The path that was asked for' },
    requestId: { type: 'string', description: 'By which the log of this place knows the request' },
    specimen: { type: 'string', description: 'Only in a demonstration' },
  },
};
