import type { KindsOf } from '#platform/archive/kinds.ts'

/** What becomes of the public site's tables in an archive of the record. */
export const publicSiteKinds = {
  'publicsite.door': { as: 'open-data-door', means: 'The identity of the place in its open data, and when they were first given out.' },
  'publicsite.object': {
    as: 'open-data-object',
    means:
      'What was given out as open data (OParl, see docs/open-data.md), when it first was and when it last changed; what is gone has no content.',
    visitors: ['type', 'id', 'created', 'modified', 'deleted', 'content'],
    visitorsWhere: 'publicsite.stands(r.scope, r.organizations)',
  },
  'publicsite.change': { leftOut: 'Notes of what has to be looked at; whoever reads an archive in looks at everything.' },
  'publicsite.indexed': { leftOut: 'Words by which records are found: they are made again as the records come in.' },
  'publicsite.document_words': { leftOut: 'Words of documents: they are read again out of the documents.' },
  'publicsite.follower': { leftOut: 'Who asked to be told by mail gave their address to this installation, and to no other.' },
} satisfies KindsOf<'publicsite'>
