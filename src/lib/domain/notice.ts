/** Version of the privacy notice that people read before they join; kept with their participation. */
export const NOTICE_VERSION = '2026-11';
