/** Where the journey is played, and who plays the clerk. */
export interface World {
  readonly graphUrl: string;
  readonly mailboxUrl: string;
  readonly clerk: { readonly municipality: string; readonly username: string; readonly password: string };
}
