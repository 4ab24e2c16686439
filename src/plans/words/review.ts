import { dayInWords } from '#platform/time/words.ts'
import { reviewPaths } from '../paths.ts'

/** The mail that asks somebody how their actions go, for the first time or again. It names the plan and no action. */
export function reviewMail(what: {
  readonly head: { readonly title: string; readonly sight: string }
  readonly round: { readonly id: string; readonly dueOn: Temporal.PlainDate }
  readonly name: string
  readonly actions: number
  readonly isChase: boolean
  readonly publicUrl: string
}): { readonly subject: string; readonly text: string } {
  const { head, round, name, actions, isChase, publicUrl } = what
  const plan = head.sight === 'public' ? head.title : 'a plan'
  const many = actions === 1 ? 'one action' : `${actions} actions`
  return {
    subject: isChase ? `Reminder: how does it go? ${plan}` : `How does it go? ${plan}`,
    text: [
      `Dear ${name},`,
      isChase
        ? `You lead ${many} of ${plan} about which the review has not heard from you yet.`
        : `${plan === 'a plan' ? 'A plan' : plan} is being reviewed. You lead ${many} of it that are not done.`,
      `Please say how it goes by ${dayInWords(round.dueOn)}. It takes a few sentences for each:`,
      `${publicUrl}${reviewPaths.round(round.id)}`,
      'You are asked because the plan names you as the lead. If that is no longer so, tell the clerk.',
    ].join('\n\n'),
  }
}
