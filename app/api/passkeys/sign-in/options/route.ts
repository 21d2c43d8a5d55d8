import { ceremony } from '@/app/api/ceremony'
import { startSignIn } from '@/lib/passkeys/commands/sign-in'

export const POST = ceremony('sign_in', () => startSignIn())
