/** Addresses of signing in and of one's own account. */
export const identityPaths = {
  signIn: '/sign-in',
  /** The sign-in page that leads back to `path` afterwards. */
  signInFor: (path: string) => `/sign-in?return=${encodeURIComponent(path)}`,
  signInCode: '/sign-in/code',
  signOut: '/sign-out',
  forgottenPassword: '/forgotten-password',
  resetPassword: '/reset-password',
  resetPasswordWith: (token: string) => `/reset-password?token=${encodeURIComponent(token)}`,
  invitation: '/invitation',
  invitationWith: (token: string) => `/invitation?token=${encodeURIComponent(token)}`,
  invitationCode: '/invitation/code',
  account: '/account',
  password: '/account/password',
  recoveryCodes: '/account/recovery-codes',
  sessions: '/account/sessions',
  firstAdministrator: '/first-administrator',
} as const
