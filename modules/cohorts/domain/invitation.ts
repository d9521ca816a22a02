/** open → accepted or declined by the person, or withdrawn by the organization. */
export type InvitationState = 'open' | 'accepted' | 'declined' | 'withdrawn';
