/** A user as the store knows them: a salted hash, from which the user's id cannot be read. */
export type PersonHash = string & { readonly isPersonHash: true };
