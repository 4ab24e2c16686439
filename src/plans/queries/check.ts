import { type LintedMeasure, type LintFinding, lintPlan } from '../rules/lint.ts'
import { oneWayWords } from '../rules/rag.ts'
import { labelOf } from '../rules/shape.ts'
import type { PlanView } from './plan-view.ts'

/** What a version lacks. @param measured - what measures each outcome today; null where the house keeps no measures */
export function checkPlan(
  { head, priorities, actions, colours }: PlanView,
  measured: ReadonlyMap<string, readonly LintedMeasure[]> | null,
): readonly LintFinding[] {
  return lintPlan({
    ...{ id: head.id, title: head.title, reviewMonths: head.reviewMonths },
    hasSponsors: labelOf(head.levels.priority, 'sponsor') !== undefined,
    priorities: priorities.map((priority) => ({
      ...{ id: priority.id, title: priority.title, accountable: priority.accountable },
      ...{ outcomes: priority.outcomes.length, actions: priority.allActions.length },
      sponsors: priority.leads.filter(({ part }) => part === 'sponsor').length,
    })),
    outcomes: priorities.flatMap(({ outcomes }) =>
      outcomes.map((outcome) => ({
        ...{ id: outcome.id, title: outcome.title, actions: outcome.actions.length },
        isDescribed: (outcome.details.measure ?? '') !== '',
        measures: measured && (measured.get(outcome.id) ?? []),
      })),
    ),
    actions: actions.map((action) => ({
      ...{ id: action.id, title: action.title, state: action.state, dueWords: action.dueWords },
      isRead: action.dueTo !== null,
      leads: action.leads.filter(({ part }) => part === 'lead').length,
    })),
    definesActionColours: (['red', 'amber', 'green'] as const).every((colour) =>
      colours.some((meaning) => meaning.appliesTo === 'action' && meaning.colour === colour),
    ),
    hasOneWayMeaning: colours.some(({ appliesTo, meaning }) => appliesTo === 'measure' && oneWayWords(meaning) !== undefined),
  })
}
