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
   * plan its level, of what is said of figures their measure, of a position statement its market, of a voice where it was heard: 'event:' and its id, or a slug, ':' and the consultation.
   */
  readonly subject: string
}

/** Where the page of a record stands that has its id as its address. */
const folders: Readonly<Record<string, string>> = {
  protocol: '/protocols',
  meeting: '/meetings',
  officer: '/officer-decisions',
  decision: '/decisions',
  election: '/elections',
  ratification: '/ratifications',
  organisation: '/organisations',
  action: '/actions',
  question: '/questions',
  procedure: '/procedures',
  communication: '/communications',
  submission: '/plan-submissions',
  measure: '/measures',
  scorecard: '/scorecards',
  recommendation: '/recommendations',
  response: '/recommendations',
  review: '/reviews',
  assessment: '/needs',
  finding: '/needs/cited',
  risk: '/risks',
  challenge: '/challenges',
  audit: '/audit-rounds',
  case_audit: '/case-audits',
  contract: '/contracts',
  provider: '/providers',
  pathway: '/pathways',
  ending: '/decommissionings',
  framework: '/commissioning-frameworks',
  market: '/markets',
  delegated_budget: '/delegated-budgets',
  payment_run: '/payment-runs',
  cost_scenario: '/cost-scenarios',
  bid_call: '/bid-calls',
}

/** Where a result is read. */
export function foundAddress({ kind, record, meeting, item, subject }: FoundRecord): string {
  const folder = folders[kind]
  if (folder !== undefined) return `${folder}/${record}`
  switch (kind) {
    case 'board':
      return `/boards/${subject}`
    case 'person':
      return `/boards/${subject}/members`
    case 'terms': {
      const [slug = '', number = ''] = subject.split('/')
      return `/boards/${slug}/terms/${number}`
    }
    case 'request':
      return `/boards/${subject}/requests/${record}`
    case 'plan':
      return `/boards/${subject}/plan/${record}`
    case 'consultation':
      return `/boards/${subject}/consultations/${record}`
    case 'file':
      return `/${subject.split('/').map(encodeURIComponent).join('/')}`
    case 'sharing':
      return `/boards/${subject}/sharing-agreements/${record}`
    case 'motion':
      return subject === '' ? `/meetings/${meeting}` : `/decisions/${subject}`
    case 'family_figure':
      // Its row in the latest month; no subject stands for the whole page.
      return `/early-help-figures${subject === '' ? '' : `#figure-${encodeURIComponent(subject)}`}`
    case 'market_statement':
      return `/markets/${subject}/statement`
    case 'plan_version':
      return `/plans/${subject}`
    case 'plan_row':
      return planRowAddress(subject, record)
    case 'commentary':
      return `/measures/${subject}`
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
