import { sql } from 'kysely'
import type { Writer } from '#platform/database/session.ts'
import { identityPaths } from './paths.ts'

/** A mail of identity: plain, short, and with a subject that may be read over a shoulder. */
export interface IdentityMail {
  readonly subject: string
  readonly text: string
}

/** The partnership's name as mails say it; 'your partnership' while nobody has set one. */
export async function partnershipName(tx: Writer): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select platform.partnership() as name`.execute(tx)
  return rows[0]?.name ?? 'your partnership'
}

/** Invites somebody to choose a password and set up the second step. */
export function invitationMail(mail: { name: string; partnership: string; publicUrl: string; token: string }): IdentityMail {
  return {
    subject: 'Your Goldenthread account',
    text: `Hello ${mail.name}

An account has been made for you on Goldenthread, where ${mail.partnership} keeps its boards, papers and minutes.

To start, open this link within 7 days:
${absolute(mail.publicUrl, identityPaths.invitationWith(mail.token))}

You will choose a password and connect an authenticator app on your phone. It takes about five minutes.

If the link has run out, ask the person who looks after your board to send a new one. If you did not expect this, do nothing.
`,
  }
}

/** Lets somebody choose a new password. */
export function resetMail(mail: { name: string; publicUrl: string; token: string }): IdentityMail {
  return {
    subject: 'Choose a new Goldenthread password',
    text: `Hello ${mail.name}

Somebody, probably you, said that you forgot your Goldenthread password.

To choose a new one, open this link within 1 hour:
${absolute(mail.publicUrl, identityPaths.resetPasswordWith(mail.token))}

The link works once. You will still need the code from your authenticator app when you sign in.

If it was not you, do nothing: your password stays as it is.
`,
  }
}

/** Tells the owner of a change that a thief would make. */
export function passwordChangedMail(mail: { name: string; publicUrl: string }): IdentityMail {
  return {
    subject: 'Your Goldenthread password was changed',
    text: `Hello ${mail.name}

Your Goldenthread password was changed just now, and other devices were signed out.

If it was you, there is nothing to do. If it was not, choose a new password at once:
${absolute(mail.publicUrl, identityPaths.forgottenPassword)}
`,
  }
}

/** Tells the owner that somebody has the password but not the codes. */
export function wrongCodesMail(mail: { name: string; publicUrl: string }): IdentityMail {
  return {
    subject: 'Wrong sign-in codes on your Goldenthread account',
    text: `Hello ${mail.name}

Somebody entered your Goldenthread password correctly and then several wrong codes.

If it was you, there is nothing to do: the code is the one that your authenticator app shows at that moment.
If it was not you, somebody knows your password. Choose a new one now:
${absolute(mail.publicUrl, identityPaths.forgottenPassword)}
`,
  }
}

function absolute(publicUrl: string, path: string): string {
  return new URL(path, publicUrl).href
}
