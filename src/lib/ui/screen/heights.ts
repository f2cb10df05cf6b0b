/** Heights of what stands on a page of the hall screen, in rem, as the components give them. */
export const BAR_ROW_HEIGHT = 7.4;
export const RATING_ROW_HEIGHT = 7.6;
export const PART_HEADING_HEIGHT = 4.6;
export const RESULT_HEAD_HEIGHT = 3.2;
export const GREETING_HEIGHT = 4.6;
export const TABLE_ROW_HEIGHT = 7.2;
export const TABLE_HEADING_HEIGHT = 4.6;
