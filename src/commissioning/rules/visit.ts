type Day = Temporal.PlainDate

/** A visit under a contract, planned or held. */
export interface DueVisit {
  readonly contract: string
  readonly plannedOn: Day
  readonly heldOn: Day | undefined
  readonly purpose: string
}

/** That a provider says that an action is done, and what whoever keeps the contract says to that. */
export interface ActionReport {
  readonly id: string
  readonly action: string
  readonly provider: string
  readonly doneOn: Day
  readonly did: string
  readonly evidence: string
  readonly reportedOn: Day
  /** Undefined: it waits for an answer. */
  readonly answer: 'confirmed' | 'sent-back' | undefined
  readonly answeredOn: Day | undefined
  /** Why it was sent back; '' otherwise. */
  readonly because: string
}

/** What somebody is to do after a visit. */
export interface DueAction {
  readonly id: string
  readonly contract: string
  readonly text: string
  readonly byWhom: 'provider' | 'commissioner'
  /** Which of several providers; undefined: all. */
  readonly provider: string | undefined
  readonly dueOn: Day
  readonly doneOn: Day | undefined
  readonly note: string
  /** What providers said of it, as far as one may see it; the first came first. */
  readonly reports: readonly ActionReport[]
  /** Of the providers about whom one asks, those who are to do it and have not said that it is done, or to whom that was sent back. */
  readonly owedBy: readonly string[]
}

const VISIT_AHEAD = { days: 28 }

/** Which of these providers may say that an action is done: those who are to do it, and whose word neither waits nor was confirmed. The database asks the same. */
export function mayReportDone(
  action: Pick<DueAction, 'byWhom' | 'provider' | 'doneOn' | 'reports'>,
  providers: readonly string[],
): readonly string[] {
  if (action.byWhom !== 'provider' || action.doneOn !== undefined) return []
  const said = new Set(action.reports.filter(({ answer }) => answer !== 'sent-back').map(({ provider }) => provider))
  return [...new Set(providers)].filter((one) => (action.provider === undefined || action.provider === one) && !said.has(one))
}

/**
 * What visits ask of somebody today, one line for a contract and kind, the earliest of each: a visit within four weeks or not recorded yet, what is to be done, and for
 * whoever keeps the contract what a provider says is done, and what it has not done in time.
 */
export function duePerContract(
  who: 'provider' | 'keeper',
  visits: readonly DueVisit[],
  actions: readonly DueAction[],
  today: Day,
): readonly { readonly contract: string; readonly words: string; readonly dueOn: Day }[] {
  const lines = [...comingVisits(who, visits, today), ...(who === 'provider' ? toDo(actions) : kept(actions, today))]
  return [...Map.groupBy(lines, ({ contract, kind }) => `${kind} ${contract}`).values()].flatMap((list) => {
    const [first] = list.toSorted((one, other) => Temporal.PlainDate.compare(one.dueOn, other.dueOn))
    return first ? [{ contract: first.contract, words: first.words, dueOn: first.dueOn }] : []
  })
}

interface Line {
  readonly contract: string
  readonly kind: string
  readonly words: string
  readonly dueOn: Day
}

function comingVisits(who: 'provider' | 'keeper', visits: readonly DueVisit[], today: Day): readonly Line[] {
  const soon = today.add(VISIT_AHEAD)
  return visits
    .filter(({ heldOn, plannedOn }) => heldOn === undefined && !before(soon, plannedOn) && (who === 'keeper' || !before(plannedOn, today)))
    .map(({ contract, plannedOn, purpose }) => {
      const words = before(plannedOn, today)
        ? 'record what was found at the visit'
        : who === 'keeper'
          ? 'a visit is planned'
          : 'you will be visited'
      return { contract, kind: 'visit', words: purpose === '' ? words : `${words} (${purpose})`, dueOn: plannedOn }
    })
}

function toDo(actions: readonly DueAction[]): readonly Line[] {
  return actions
    .filter(({ doneOn, owedBy }) => doneOn === undefined && owedBy.length > 0)
    .map(({ contract, text, dueOn, reports, owedBy }) => {
      const back = reports.findLast(({ provider, answer }) => answer === 'sent-back' && owedBy.includes(provider))
      const words = back ? `sent back to you: ${shortened(text)} (${shortened(back.because)})` : `to do after a visit: ${shortened(text)}`
      return { contract, kind: 'action', words, dueOn }
    })
}

function kept(actions: readonly DueAction[], today: Day): readonly Line[] {
  return actions
    .filter(({ doneOn }) => doneOn === undefined)
    .flatMap(({ contract, text, dueOn, byWhom, reports, owedBy }): readonly Line[] => {
      if (byWhom === 'commissioner') return [{ contract, kind: 'action', words: `to do after a visit: ${shortened(text)}`, dueOn }]
      const waiting = reports.find(({ answer }) => answer === undefined)
      const say = `the provider says that this is done, confirm it or send it back: ${shortened(text)}`
      return [
        ...(waiting ? [{ contract, kind: 'said', words: say, dueOn: waiting.reportedOn }] : []),
        ...(owedBy.length > 0 && before(dueOn, today)
          ? [{ contract, kind: 'late', words: `ask the provider whether this is done: ${shortened(text)}`, dueOn }]
          : []),
      ]
    })
}

const before = (one: Day, other: Day): boolean => Temporal.PlainDate.compare(one, other) < 0
const shortened = (words: string): string => (words.length > 80 ? `${words.slice(0, 80).trimEnd()}…` : words)
