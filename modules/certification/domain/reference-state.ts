/** Where one request for a reference stands. */
export type ReferenceState = 'asked' | 'received' | 'accepted' | 'set_aside' | 'declined' | 'withdrawn';
