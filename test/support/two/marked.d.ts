/** A module itself, and as the second process has it; only the configuration of these tests knows what that is. */
declare module '*?own';
declare module '*?second';
