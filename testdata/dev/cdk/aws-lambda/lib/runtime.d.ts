export declare class Runtime {
    /**
     * The old one.
     * @deprecated it has ended
     */
    static readonly GO_1_X: Runtime;
    /**
     * The new one.
     */
    static readonly PROVIDED_AL9: Runtime;
}
