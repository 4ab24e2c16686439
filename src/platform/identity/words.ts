import type { FieldProblem } from '#platform/result.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './rules/password.ts'

const sentences: Readonly<Record<string, string>> = {
  'sign-in-wrong': 'The email address and password do not match. Check both and try again',
  'code-missing': 'Enter the code from your authenticator app',
  'code-wrong': 'That code is not right. Enter the newest 6 figures from your app, or a recovery code that you have not used',
  'code-used': 'That code was used already. Wait until your app shows the next one, then enter that',
  'code-busy': 'Several codes are being tried for this account. Wait 10 seconds, then enter the newest code',
  'password-missing': 'Enter a password',
  'password-short': `Choose a password of at least ${SHORTEST_PASSWORD} characters`,
  'password-long': `Choose a password of at most ${LONGEST_PASSWORD} characters`,
  'password-common': 'Choose another password: this one is among the first that somebody would try',
  'password-pattern': 'Choose another password: this one is a pattern that is easily guessed',
  'password-personal': 'Choose another password: this one is little more than your name or email address',
  'present-wrong': 'That is not your present password',
  'first-code-wrong': 'That is not the code. It was printed where Goldenthread was started',
}

/** The sentence for a problem of identity; undefined where the common words say it. */
export function identityWords({ field, code }: FieldProblem): string | undefined {
  if (code === 'required' && field === 'email') return 'Enter your email address'
  if (code === 'required' && field === 'name') return 'Enter your name'
  if (code === 'required' && field === 'code') return 'Enter the code'
  if (code === 'password-missing' && field === 'present') return 'Enter your present password'
  return sentences[code]
}

/** What a page says after a redirect, by the code in its address. */
const notices: Readonly<Record<string, string>> = {
  'password-changed': 'Your password was changed. Sign in with the new one.',
  'signed-out': 'You are signed out.',
  'start-again': 'It took too long, or too many codes were wrong. Sign in again.',
  'own-password-changed': 'Your password was changed, and other devices were signed out.',
  'others-ended': 'All other devices were signed out.',
}

/** The sentence of a notice; undefined for a code we do not know. */
export function noticeWords(code: string | undefined): string | undefined {
  return code !== undefined && Object.hasOwn(notices, code) ? notices[code] : undefined
}
