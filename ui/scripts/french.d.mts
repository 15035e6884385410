export function frenchSpaces(text: string): string;
export function apostrophes(text: string): string;
