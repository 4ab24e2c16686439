/** A piece of an excerpt; `matched` where it is one of the words asked for. */
export interface ExcerptPart {
  readonly text: string
  readonly matched: boolean
}

/** Splits an excerpt at the control characters that mark the words found; text from people cannot hold them. Empty where there are no words. */
export function partsOf(excerpt: string): ExcerptPart[] {
  if (excerpt.trim() === '') return []
  const [before = '', ...marked] = excerpt.split('\u0002')
  const parts = marked.flatMap((piece) => {
    const [word = '', after = ''] = piece.split('\u0003')
    return [
      { text: word, matched: true },
      { text: after, matched: false },
    ]
  })
  return [{ text: before, matched: false }, ...parts].filter(({ text }) => text !== '')
}

/** What an address is made of. */
export interface FoundRecord {
  readonly kind: string
  readonly record: string
  readonly meeting: string | null
  readonly item: string | null
  /**
   * Of a board its slug, of terms slug and number, of a file its path, of minutes their number, of a motion that carried its decision, of a plan its id, of a row of a
   * plan its level, of what is said of figures their measure, of a voice where it was heard: 'event:' and its id, or a slug, ':' and the consultation.
   */
  readonly subject: string
}

/** Where a result is read. */
export function foundAddress({ kind, record, meeting, item, subject }: FoundRecord): string {
  switch (kind) {
    case 'board':
      return `/boards/${subject}`
    case 'person':
      return `/boards/${subject}/members`
    case 'terms': {
      const [slug = '', number = ''] = subject.split('/')
      return `/boards/${slug}/terms/${number}`
    }
    case 'protocol':
      return `/protocols/${record}`
    case 'request':
      return `/boards/${subject}/requests/${record}`
    case 'meeting':
      return `/meetings/${record}`
    case 'plan':
      return `/boards/${subject}/plan/${record}`
    case 'consultation':
      return `/boards/${subject}/consultations/${record}`
    case 'file':
      return `/${subject.split('/').map(encodeURIComponent).join('/')}`
    case 'officer':
      return `/officer-decisions/${record}`
    case 'sharing':
      return `/boards/${subject}/sharing-agreements/${record}`
    case 'decision':
      return `/decisions/${record}`
    case 'motion':
      return subject === '' ? `/meetings/${meeting}` : `/decisions/${subject}`
    case 'election':
      return `/elections/${record}`
    case 'ratification':
      return `/ratifications/${record}`
    case 'organisation':
      return `/organisations/${record}`
    case 'action':
      return `/actions/${record}`
    case 'question':
      return `/questions/${record}`
    case 'plan_version':
      return `/plans/${subject}`
    case 'plan_row':
      return planRowAddress(subject, record)
    case 'procedure':
    case 'measure':
      return `/${kind}s/${record}`
    case 'commentary':
      return `/measures/${subject}`
    case 'scorecard':
      return `/scorecards/${record}`
    case 'recommendation':
    case 'response':
      return `/recommendations/${record}`
    case 'review':
      return `/reviews/${record}`
    case 'assessment':
      return `/needs/${record}`
    case 'finding':
      return `/needs/cited/${record}`
    case 'risk':
      return `/risks/${record}`
    case 'challenge':
      return `/challenges/${record}`
    case 'audit':
      return `/audit-rounds/${record}`
    case 'case_audit':
      return `/case-audits/${record}`
    case 'heard':
    case 'view':
    case 'answer':
      return heardAddress(subject)
    case 'minutes':
      return `/meetings/${meeting}/minutes${subject === '' ? '' : `#minute-${encodeURIComponent(subject)}`}`
    default:
      return `/meetings/${meeting}/items/${item}`
  }
}

function planRowAddress(level: string, record: string): string {
  return level === 'action' ? `/plan-actions/${record}` : `/${level === 'outcome' ? 'outcomes' : 'priorities'}/${record}`
}

function heardAddress(subject: string): string {
  const [slug = '', id = ''] = subject.split(':')
  return slug === 'event' ? `/voice-events/${id}` : `/boards/${slug}/consultations/${id}/said`
}
