/** The icons of the Studio's drawers for comments and shares, which the gates refuse. */
const ICONS = ['chat_bubble_outline', 'share'];

const drawers = ICONS.map((icon) => `#sidebar .accordion-item:has(> h3 [data-icon='${icon}'])`);

/**
 * Keeps the Studio from offering what is refused. Comments are personal data outside the records, which nobody's rules
 * would find, disclose or delete; shares are links to records for people without an account.
 */
export const hiddenDrawers = `<style>${drawers.join(', ')} { display: none; }</style>`;
