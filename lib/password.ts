/** The shortest password a person may choose. */
export const shortestPassword = 10;

/** Why a new password will not do, in one sentence; null when it will. */
export function passwordComplaint(password: string, signInName: string): string | null {
  if (password.length < shortestPassword) return `Use at least ${shortestPassword} characters.`;
  if (password.length > 200) return "Use at most 200 characters.";
  if (password.toLowerCase().includes(signInName.toLowerCase()))
    return "Leave your sign-in name out of the password.";
  return null;
}
