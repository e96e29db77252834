export declare enum RetentionDays {
    ONE_DAY = 1,
    SOME_TIME = 17
}
export interface LogGroupProps {
    /**
     * @default RetentionDays.SOME_TIME
     */
    readonly retention?: RetentionDays;
}
