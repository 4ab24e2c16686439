type Day = Temporal.PlainDate

/** A visit under a contract, planned or held. */
export interface DueVisit {
  readonly contract: string
  readonly plannedOn: Day
  readonly heldOn: Day | undefined
  readonly purpose: string
}

/** What somebody is to do after a visit. */
export interface DueAction {
  readonly contract: string
  readonly text: string
  readonly byWhom: 'provider' | 'commissioner'
  /** Which of several providers; undefined: all. */
  readonly provider: string | undefined
  readonly dueOn: Day
  readonly doneOn: Day | undefined
  readonly note: string
}

const VISIT_AHEAD = { days: 28 }

/**
 * What visits ask of somebody today, one line for a contract and kind, the earliest of each: a visit within four weeks or not recorded yet, what is to be done, and for
 * whoever keeps the contract what a provider has not done in time.
 */
export function duePerContract(
  who: 'provider' | 'keeper',
  visits: readonly DueVisit[],
  actions: readonly DueAction[],
  today: Day,
): readonly { readonly contract: string; readonly words: string; readonly dueOn: Day }[] {
  const soon = today.add(VISIT_AHEAD)
  const open = actions.filter(({ doneOn }) => doneOn === undefined)
  const before = (one: Day, other: Day): boolean => Temporal.PlainDate.compare(one, other) < 0
  const coming = visits
    .filter(({ heldOn, plannedOn }) => heldOn === undefined && !before(soon, plannedOn) && (who === 'keeper' || !before(plannedOn, today)))
    .map(({ contract, plannedOn, purpose }) => {
      const words = before(plannedOn, today)
        ? 'record what was found at the visit'
        : who === 'keeper'
          ? 'a visit is planned'
          : 'you will be visited'
      return { contract, kind: 'visit', words: purpose === '' ? words : `${words} (${purpose})`, dueOn: plannedOn }
    })
  const own = open
    .filter(({ byWhom }) => byWhom === (who === 'provider' ? 'provider' : 'commissioner'))
    .map(({ contract, text, dueOn }) => ({ contract, kind: 'action', words: `to do after a visit: ${shortened(text)}`, dueOn }))
  const late =
    who === 'provider'
      ? []
      : open
          .filter(({ byWhom, dueOn }) => byWhom === 'provider' && before(dueOn, today))
          .map(({ contract, text, dueOn }) => ({
            contract,
            kind: 'late',
            words: `ask the provider whether this is done: ${shortened(text)}`,
            dueOn,
          }))
  return [...Map.groupBy([...coming, ...own, ...late], ({ contract, kind }) => `${kind} ${contract}`).values()].flatMap((list) => {
    const [first] = list.toSorted((one, other) => Temporal.PlainDate.compare(one.dueOn, other.dueOn))
    return first ? [{ contract: first.contract, words: first.words, dueOn: first.dueOn }] : []
  })
}

const shortened = (words: string): string => (words.length > 80 ? `${words.slice(0, 80).trimEnd()}…` : words)
