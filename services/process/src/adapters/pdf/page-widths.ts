/** Between the margins of an A4 page, in points. */
export const textWidth = 455;
export const textHeight = 722;
