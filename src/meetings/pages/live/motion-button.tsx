import type { JSX } from 'hono/jsx/jsx-runtime'
import { livePaths } from '../../paths.ts'
import { LiveButton } from './live-form.tsx'
import type { MotionCardProps } from './motion-card.tsx'

/** What a motion can be asked for by one button. */
export type MotionAct = 'ask' | 'close' | 'withdraw'

/** A button that does one thing to the motion of its card; its form is known as the act and the motion. */
export function MotionButton(
  props: MotionCardProps & {
    readonly act: MotionAct
    readonly text: string
    /** Words for screen readers after the text. */
    readonly about: string
    readonly look?: 'primary' | 'quiet'
  },
): JSX.Element {
  const { visit, meeting, motion: view, form, act, text, about, look = 'quiet' } = props
  const id = `${act}-${view.motion.id}`
  return (
    <LiveButton
      visit={visit}
      id={id}
      action={livePaths.act(meeting, `motions/${act}`)}
      fields={{ motion: view.motion.id }}
      problems={form(id).problems}
      text={text}
      about={about}
      look={look}
    />
  )
}
