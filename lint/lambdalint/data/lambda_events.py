# ruff: noqa: E501
"""The event types of the Lambda runtime client: fields and methods, in the form of `go_signatures`.

Generated from github.com/aws/aws-lambda-go/events v1.54.0; unexported fields are left out.
"""

from __future__ import annotations

VERSION = "v1.54.0"

EVENTS = """
type ALBTargetGroupRequest struct{HTTPMethod string; Path string; QueryStringParameters map[string]string; MultiValueQueryStringParameters map[string][]string; Headers map[string]string; MultiValueHeaders map[string][]string; RequestContext ALBTargetGroupRequestContext; IsBase64Encoded bool; Body string}
type ALBTargetGroupRequestContext struct{ELB ELBContext}
type ALBTargetGroupResponse struct{StatusCode int; StatusDescription string; Headers map[string]string; MultiValueHeaders map[string][]string; Body string; IsBase64Encoded bool}
type APIGatewayCustomAuthorizerContext struct{PrincipalID *string; StringKey *string; NumKey *int; BoolKey *bool}
type APIGatewayCustomAuthorizerPolicy IAMPolicyDocument
type APIGatewayCustomAuthorizerRequest struct{Type string; AuthorizationToken string; MethodArn string}
type APIGatewayCustomAuthorizerRequestTypeRequest struct{Type string; MethodArn string; Resource string; Path string; HTTPMethod string; Headers map[string]string; MultiValueHeaders map[string][]string; QueryStringParameters map[string]string; MultiValueQueryStringParameters map[string][]string; PathParameters map[string]string; StageVariables map[string]string; RequestContext APIGatewayCustomAuthorizerRequestTypeRequestContext}
type APIGatewayCustomAuthorizerRequestTypeRequestContext struct{Path string; AccountID string; ResourceID string; Stage string; RequestID string; Identity APIGatewayCustomAuthorizerRequestTypeRequestIdentity; ResourcePath string; HTTPMethod string; APIID string}
type APIGatewayCustomAuthorizerRequestTypeRequestIdentity struct{APIKey string; SourceIP string; ClientCert APIGatewayCustomAuthorizerRequestTypeRequestIdentityClientCert}
type APIGatewayCustomAuthorizerRequestTypeRequestIdentityClientCert struct{ClientCertPem string; IssuerDN string; SerialNumber string; SubjectDN string; Validity APIGatewayCustomAuthorizerRequestTypeRequestIdentityClientCertValidity}
type APIGatewayCustomAuthorizerRequestTypeRequestIdentityClientCertValidity struct{NotAfter string; NotBefore string}
type APIGatewayCustomAuthorizerResponse struct{PrincipalID string; PolicyDocument APIGatewayCustomAuthorizerPolicy; Context map[string]any; UsageIdentifierKey string}
type APIGatewayProxyRequest struct{Resource string; Path string; HTTPMethod string; Headers map[string]string; MultiValueHeaders map[string][]string; QueryStringParameters map[string]string; MultiValueQueryStringParameters map[string][]string; PathParameters map[string]string; StageVariables map[string]string; RequestContext APIGatewayProxyRequestContext; Body string; IsBase64Encoded bool}
type APIGatewayProxyRequestContext struct{AccountID string; ResourceID string; OperationName string; Stage string; DomainName string; DomainPrefix string; RequestID string; ExtendedRequestID string; Protocol string; Identity APIGatewayRequestIdentity; ResourcePath string; Path string; Authorizer map[string]any; HTTPMethod string; RequestTime string; RequestTimeEpoch int64; APIID string}
type APIGatewayProxyResponse struct{StatusCode int; Headers map[string]string; MultiValueHeaders map[string][]string; Body string; IsBase64Encoded bool}
type APIGatewayProxyStreamingResponse struct{StatusCode int; Headers map[string]string; MultiValueHeaders map[string][]string; Body io.Reader; Cookies []string}
func (*APIGatewayProxyStreamingResponse) Close() error
func (*APIGatewayProxyStreamingResponse) ContentType() string
func (*APIGatewayProxyStreamingResponse) MarshalJSON() ([]byte, error)
func (*APIGatewayProxyStreamingResponse) Read([]byte) (int, error)
type APIGatewayRequestIdentity struct{CognitoIdentityPoolID string; AccountID string; CognitoIdentityID string; Caller string; APIKey string; APIKeyID string; AccessKey string; SourceIP string; CognitoAuthenticationType string; CognitoAuthenticationProvider string; UserArn string; UserAgent string; User string; ClientCert *APIGatewayCustomAuthorizerRequestTypeRequestIdentityClientCert}
type APIGatewayV2CustomAuthorizerIAMPolicyResponse struct{PrincipalID string; PolicyDocument APIGatewayCustomAuthorizerPolicy; Context map[string]any}
type APIGatewayV2CustomAuthorizerSimpleResponse struct{IsAuthorized bool; Context map[string]any}
type APIGatewayV2CustomAuthorizerV1Request struct{Version string; Type string; MethodArn string; IdentitySource string; AuthorizationToken string; Resource string; Path string; HTTPMethod string; Headers map[string]string; QueryStringParameters map[string]string; PathParameters map[string]string; StageVariables map[string]string; RequestContext APIGatewayV2CustomAuthorizerV1RequestTypeRequestContext}
type APIGatewayV2CustomAuthorizerV1RequestTypeRequestContext struct{Path string; AccountID string; ResourceID string; Stage string; RequestID string; Identity APIGatewayCustomAuthorizerRequestTypeRequestIdentity; ResourcePath string; HTTPMethod string; APIID string}
type APIGatewayV2CustomAuthorizerV2Request struct{Version string; Type string; RouteArn string; IdentitySource []string; RouteKey string; RawPath string; RawQueryString string; Cookies []string; Headers map[string]string; QueryStringParameters map[string]string; RequestContext APIGatewayV2HTTPRequestContext; PathParameters map[string]string; StageVariables map[string]string}
type APIGatewayV2HTTPRequest struct{Version string; RouteKey string; RawPath string; RawQueryString string; Cookies []string; Headers map[string]string; QueryStringParameters map[string]string; PathParameters map[string]string; RequestContext APIGatewayV2HTTPRequestContext; StageVariables map[string]string; Body string; IsBase64Encoded bool}
type APIGatewayV2HTTPRequestContext struct{RouteKey string; AccountID string; Stage string; RequestID string; Authorizer *APIGatewayV2HTTPRequestContextAuthorizerDescription; APIID string; DomainName string; DomainPrefix string; Time string; TimeEpoch int64; HTTP APIGatewayV2HTTPRequestContextHTTPDescription; Authentication APIGatewayV2HTTPRequestContextAuthentication}
type APIGatewayV2HTTPRequestContextAuthentication struct{ClientCert APIGatewayV2HTTPRequestContextAuthenticationClientCert}
type APIGatewayV2HTTPRequestContextAuthenticationClientCert struct{ClientCertPem string; IssuerDN string; SerialNumber string; SubjectDN string; Validity APIGatewayV2HTTPRequestContextAuthenticationClientCertValidity}
type APIGatewayV2HTTPRequestContextAuthenticationClientCertValidity struct{NotAfter string; NotBefore string}
type APIGatewayV2HTTPRequestContextAuthorizerCognitoIdentity struct{AMR []string; IdentityID string; IdentityPoolID string}
type APIGatewayV2HTTPRequestContextAuthorizerDescription struct{JWT *APIGatewayV2HTTPRequestContextAuthorizerJWTDescription; Lambda map[string]any; IAM *APIGatewayV2HTTPRequestContextAuthorizerIAMDescription}
type APIGatewayV2HTTPRequestContextAuthorizerIAMDescription struct{AccessKey string; AccountID string; CallerID string; CognitoIdentity APIGatewayV2HTTPRequestContextAuthorizerCognitoIdentity; PrincipalOrgID string; UserARN string; UserID string}
type APIGatewayV2HTTPRequestContextAuthorizerJWTDescription struct{Claims map[string]string; Scopes []string}
type APIGatewayV2HTTPRequestContextHTTPDescription struct{Method string; Path string; Protocol string; SourceIP string; UserAgent string}
type APIGatewayV2HTTPResponse struct{StatusCode int; Headers map[string]string; MultiValueHeaders map[string][]string; Body string; IsBase64Encoded bool; Cookies []string}
type APIGatewayWebsocketProxyRequest struct{Resource string; Path string; HTTPMethod string; Headers map[string]string; MultiValueHeaders map[string][]string; QueryStringParameters map[string]string; MultiValueQueryStringParameters map[string][]string; PathParameters map[string]string; StageVariables map[string]string; RequestContext APIGatewayWebsocketProxyRequestContext; Body string; IsBase64Encoded bool}
type APIGatewayWebsocketProxyRequestContext struct{AccountID string; ResourceID string; Stage string; RequestID string; Identity APIGatewayRequestIdentity; ResourcePath string; Authorizer any; HTTPMethod string; APIID string; ConnectedAt int64; ConnectionID string; DomainName string; Error string; EventType string; ExtendedRequestID string; IntegrationLatency string; MessageDirection string; MessageID any; RequestTime string; RequestTimeEpoch int64; RouteKey string; Status string; DisconnectStatusCode int64; DisconnectReason *string}
type AccessTokenGeneration struct{ClaimsToAddOrOverride map[string]string; ClaimsToSuppress []string; ScopesToAdd []string; ScopesToSuppress []string}
type AccessTokenGenerationV2_0 struct{ClaimsToAddOrOverride map[string]any; ClaimsToSuppress []string; ScopesToAdd []string; ScopesToSuppress []string}
type ActiveMQDestination struct{PhysicalName string}
type ActiveMQEvent struct{EventSource string; EventSourceARN string; Messages []ActiveMQMessage}
type ActiveMQMessage struct{MessageID string; MessageType string; Timestamp int64; DeliveryMode int; CorrelationID string; ReplyTo string; Destination ActiveMQDestination; Redelivered bool; Type string; Expiration int64; Priority int; Data string; BrokerInTime int64; BrokerOutTime int64; Properties map[string]string}
type AppSyncCognitoIdentity struct{Sub string; Issuer string; Username string; Claims map[string]any; SourceIP []string; DefaultAuthStrategy string}
type AppSyncIAMIdentity struct{AccountID string; CognitoIdentityAuthProvider string; CognitoIdentityAuthType string; CognitoIdentityPoolID string; CognitoIdentityID string; SourceIP []string; Username string; UserARN string}
type AppSyncLambdaAuthorizerRequest struct{AuthorizationToken string; RequestContext AppSyncLambdaAuthorizerRequestContext}
type AppSyncLambdaAuthorizerRequestContext struct{APIID string; AccountID string; RequestID string; QueryString string; OperationName string; Variables map[string]any}
type AppSyncLambdaAuthorizerResponse struct{IsAuthorized bool; ResolverContext map[string]any; DeniedFields []string; TTLOverride *int}
type AppSyncOperation string
type AppSyncResolverTemplate struct{Version string; Operation AppSyncOperation; Payload json.RawMessage}
type Attachment struct{Title string; SubTitle string; ImageURL string; AttachmentLinkURL string; Buttons []map[string]string}
type AutoScalingEvent struct{Version string; ID string; DetailType string; Source string; AccountID string; Time time.Time; Region string; Resources []string; Detail map[string]any}
type ChimeBotEvent struct{Sender ChimeBotEventSender; Discussion ChimeBotEventDiscussion; EventType string; InboundHTTPSEndpoint *ChimeBotEventInboundHTTPSEndpoint; EventTimestamp time.Time; Message string}
type ChimeBotEventDiscussion struct{DiscussionID string; DiscussionType string}
type ChimeBotEventInboundHTTPSEndpoint struct{EndpointType string; URL string}
type ChimeBotEventSender struct{SenderID string; SenderIDType string}
type ClaimsAndScopeOverrideDetails struct{IDTokenGeneration IDTokenGeneration; AccessTokenGeneration AccessTokenGeneration; GroupOverrideDetails GroupConfiguration}
type ClaimsAndScopeOverrideDetailsV2_0 struct{IDTokenGeneration IDTokenGenerationV2_0; AccessTokenGeneration AccessTokenGenerationV2_0; GroupOverrideDetails GroupConfigurationV2_0}
type ClaimsOverrideDetails struct{GroupOverrideDetails GroupConfiguration; ClaimsToAddOrOverride map[string]string; ClaimsToSuppress []string}
type ClientVPNConnectionHandlerRequest struct{ConnectionID string; EndpointID string; CommonName string; Username string; OSPlatform string; OSPlatformVersion string; PublicIP string; ClientOpenVPNVersion string; SchemaVersion string}
type ClientVPNConnectionHandlerResponse struct{Allow bool; ErrorMsgOnFailedPostureCompliance string; PostureComplianceStatuses []string; SchemaVersion string}
type CloudWatchAlarmSNSPayload struct{AlarmName string; AlarmDescription string; AWSAccountID string; NewStateValue string; NewStateReason string; StateChangeTime string; Region string; AlarmARN string; OldStateValue string; Trigger CloudWatchAlarmTrigger}
type CloudWatchAlarmTrigger struct{Period int64; EvaluationPeriods int64; ComparisonOperator string; Threshold float64; TreatMissingData string; EvaluateLowSampleCountPercentile string; Metrics []CloudWatchMetricDataQuery; MetricName string; Namespace string; StatisticType string; Statistic string; Unit string; Dimensions []CloudWatchDimension}
type CloudWatchDimension struct{Name string; Value string}
type CloudWatchEvent struct{Version string; ID string; DetailType string; Source string; AccountID string; Time time.Time; Region string; Resources []string; Detail json.RawMessage}
type CloudWatchMetric struct{Dimensions []CloudWatchDimension; MetricName string; Namespace string}
type CloudWatchMetricDataQuery struct{Expression string; ID string; Label string; MetricStat CloudWatchMetricStat; Period int64; ReturnData bool}
type CloudWatchMetricStat struct{Metric CloudWatchMetric; Period int64; Stat string; Unit string}
type CloudwatchLogsData struct{Owner string; LogGroup string; LogStream string; SubscriptionFilters []string; MessageType string; LogEvents []CloudwatchLogsLogEvent}
type CloudwatchLogsEvent struct{AWSLogs CloudwatchLogsRawData}
type CloudwatchLogsLogEvent struct{ID string; Timestamp int64; Message string}
type CloudwatchLogsRawData struct{Data string}
func (CloudwatchLogsRawData) Parse() (CloudwatchLogsData, error)
type CodeBuildArtifact struct{MD5Sum string; SHA256Sum string; Location string}
type CodeBuildEnvironment struct{Image string; PrivilegedMode bool; ComputeType string; Type string; EnvironmentVariables []CodeBuildEnvironmentVariable}
type CodeBuildEnvironmentVariable struct{Name string; Type string; Value string}
type CodeBuildEvent struct{AccountID string; Region string; DetailType string; Source string; Version string; Time time.Time; ID string; Resources []string; Detail CodeBuildEventDetail}
type CodeBuildEventAdditionalInformation struct{Artifact CodeBuildArtifact; Environment CodeBuildEnvironment; Timeout DurationMinutes; BuildComplete bool; BuildNumber CodeBuildNumber; Initiator string; BuildStartTime CodeBuildTime; Source CodeBuildSource; SourceVersion string; Logs CodeBuildLogs; Phases []CodeBuildPhase}
type CodeBuildEventDetail struct{BuildStatus CodeBuildPhaseStatus; ProjectName string; BuildID string; AdditionalInformation CodeBuildEventAdditionalInformation; CurrentPhase CodeBuildPhaseType; CurrentPhaseContext string; Version string; CompletedPhaseStatus CodeBuildPhaseStatus; CompletedPhase CodeBuildPhaseType; CompletedPhaseContext string; CompletedPhaseDuration DurationSeconds; CompletedPhaseStart CodeBuildTime; CompletedPhaseEnd CodeBuildTime}
const CodeBuildEventSource = "aws.codebuild"
type CodeBuildLogs struct{GroupName string; StreamName string; DeepLink string}
type CodeBuildNumber int32
func (CodeBuildNumber) MarshalJSON() ([]byte, error)
func (*CodeBuildNumber) UnmarshalJSON([]byte) error
type CodeBuildPhase struct{PhaseContext []any; StartTime CodeBuildTime; EndTime CodeBuildTime; Duration DurationSeconds; PhaseType CodeBuildPhaseType; PhaseStatus CodeBuildPhaseStatus}
const CodeBuildPhaseChangeDetailType = "CodeBuild Build Phase Change"
type CodeBuildPhaseStatus string
const CodeBuildPhaseStatusFailed CodeBuildPhaseStatus = "FAILED"
const CodeBuildPhaseStatusFault CodeBuildPhaseStatus = "FAULT"
const CodeBuildPhaseStatusInProgress CodeBuildPhaseStatus = "IN_PROGRESS"
const CodeBuildPhaseStatusQueued CodeBuildPhaseStatus = "QUEUED"
const CodeBuildPhaseStatusStopped CodeBuildPhaseStatus = "STOPPED"
const CodeBuildPhaseStatusSucceeded CodeBuildPhaseStatus = "SUCCEEDED"
const CodeBuildPhaseStatusTimedOut CodeBuildPhaseStatus = "TIMED_OUT"
type CodeBuildPhaseType string
const CodeBuildPhaseTypeBuild CodeBuildPhaseType = "BUILD"
const CodeBuildPhaseTypeCompleted CodeBuildPhaseType = "COMPLETED"
const CodeBuildPhaseTypeDownloadSource CodeBuildPhaseType = "DOWNLOAD_SOURCE"
const CodeBuildPhaseTypeFinalizing CodeBuildPhaseType = "FINALIZING"
const CodeBuildPhaseTypeInstall CodeBuildPhaseType = "INSTALL"
const CodeBuildPhaseTypePostBuild CodeBuildPhaseType = "POST_BUILD"
const CodeBuildPhaseTypePreBuild CodeBuildPhaseType = "PRE_BUILD"
const CodeBuildPhaseTypeProvisioning CodeBuildPhaseType = "PROVISIONING"
const CodeBuildPhaseTypeQueued CodeBuildPhaseType = "QUEUED"
const CodeBuildPhaseTypeSubmitted CodeBuildPhaseType = "SUBMITTED"
const CodeBuildPhaseTypeUploadArtifacts CodeBuildPhaseType = "UPLOAD_ARTIFACTS"
type CodeBuildSource struct{Location string; Type string}
const CodeBuildStateChangeDetailType = "CodeBuild Build State Change"
type CodeBuildTime time.Time
func (CodeBuildTime) MarshalJSON() ([]byte, error)
func (*CodeBuildTime) UnmarshalJSON([]byte) error
type CodeCommitCodeCommit struct{References []CodeCommitReference}
func (CodeCommitCodeCommit) String() string
type CodeCommitEvent struct{Records []CodeCommitRecord}
func (CodeCommitEvent) String() string
type CodeCommitEventTime time.Time
func (*CodeCommitEventTime) MarshalJSON() ([]byte, error)
func (*CodeCommitEventTime) UnmarshalJSON([]byte) error
type CodeCommitRecord struct{EventID string; EventVersion string; EventTime CodeCommitEventTime; EventTriggerName string; EventPartNumber uint64; CodeCommit CodeCommitCodeCommit; EventName string; EventTriggerConfigId string; EventSourceARN string; UserIdentityARN string; EventSource string; AWSRegion string; EventTotalParts uint64; CustomData string}
func (CodeCommitRecord) String() string
type CodeCommitReference struct{Commit string; Ref string; Created bool; Deleted bool}
func (CodeCommitReference) String() string
const CodeDeployDeploymentEventDetailType = "CodeDeploy Deployment State-change Notification"
type CodeDeployDeploymentState string
const CodeDeployDeploymentStateFailure CodeDeployDeploymentState = "FAILURE"
const CodeDeployDeploymentStateReady CodeDeployDeploymentState = "READY"
const CodeDeployDeploymentStateStart CodeDeployDeploymentState = "START"
const CodeDeployDeploymentStateStop CodeDeployDeploymentState = "STOP"
const CodeDeployDeploymentStateSuccess CodeDeployDeploymentState = "SUCCESS"
type CodeDeployEvent struct{AccountID string; Region string; DetailType string; Source string; Version string; Time time.Time; ID string; Resources []string; Detail CodeDeployEventDetail}
type CodeDeployEventDetail struct{InstanceGroupID string; InstanceID string; Region string; Application string; DeploymentID string; State CodeDeployDeploymentState; DeploymentGroup string}
const CodeDeployEventSource = "aws.codedeploy"
const CodeDeployInstanceEventDetailType = "CodeDeploy Instance State-change Notification"
type CodePipelineActionConfiguration struct{Configuration CodePipelineConfiguration}
const CodePipelineActionEventDetailType = "CodePipeline Action Execution State Change"
type CodePipelineActionState string
const CodePipelineActionStateCanceled CodePipelineActionState = "CANCELED"
const CodePipelineActionStateFailed CodePipelineActionState = "FAILED"
const CodePipelineActionStateStarted CodePipelineActionState = "STARTED"
const CodePipelineActionStateSucceeded CodePipelineActionState = "SUCCEEDED"
type CodePipelineArtifactCredentials struct{SecretAccessKey string; SessionToken string; AccessKeyID string}
type CodePipelineCloudWatchEvent struct{Version string; ID string; DetailType string; Source string; AccountID string; Time time.Time; Region string; Resources []string; Detail CodePipelineEventDetail}
type CodePipelineConfiguration struct{FunctionName string; UserParameters string}
type CodePipelineData struct{ActionConfiguration CodePipelineActionConfiguration; InputArtifacts []CodePipelineInputArtifact; OutPutArtifacts []CodePipelineOutputArtifact; ArtifactCredentials CodePipelineArtifactCredentials; ContinuationToken string}
type CodePipelineEvent CodePipelineJobEvent
type CodePipelineEventBridgeEvent CodePipelineCloudWatchEvent
type CodePipelineEventDetail struct{Pipeline string; Version int64; ExecutionID string; Stage string; Action string; State CodePipelineState; Region string; Type CodePipelineEventDetailType; ExecutionResult CodePipelineEventDetailExecutionResult}
type CodePipelineEventDetailExecutionResult struct{ExternalExecutionURL string; ExternalExecutionSummary string; ExternalExecutionID string; ErrorCode string}
type CodePipelineEventDetailType struct{Owner string; Category string; Provider string; Version int64}
const CodePipelineEventSource = "aws.codepipeline"
const CodePipelineExecutionEventDetailType = "CodePipeline Pipeline Execution State Change"
type CodePipelineInputArtifact struct{Location CodePipelineInputLocation; Revision *string; Name string}
type CodePipelineInputLocation struct{S3Location CodePipelineS3Location; LocationType string}
type CodePipelineJob struct{ID string; AccountID string; Data CodePipelineData}
type CodePipelineJobEvent struct{CodePipelineJob CodePipelineJob}
type CodePipelineOutputArtifact struct{Location CodePipelineInputLocation; Revision *string; Name string}
type CodePipelineOutputLocation struct{S3Location CodePipelineS3Location; LocationType string}
type CodePipelineS3Location struct{BucketName string; ObjectKey string}
const CodePipelineStageEventDetailType = "CodePipeline Stage Execution State Change"
type CodePipelineStageState string
const CodePipelineStageStateCanceled CodePipelineStageState = "CANCELED"
const CodePipelineStageStateFailed CodePipelineStageState = "FAILED"
const CodePipelineStageStateResumed CodePipelineStageState = "RESUMED"
const CodePipelineStageStateStarted CodePipelineStageState = "STARTED"
const CodePipelineStageStateSucceeded CodePipelineStageState = "SUCCEEDED"
type CodePipelineState string
const CodePipelineStateCanceled CodePipelineState = "CANCELED"
const CodePipelineStateFailed CodePipelineState = "FAILED"
const CodePipelineStateResumed CodePipelineState = "RESUMED"
const CodePipelineStateStarted CodePipelineState = "STARTED"
const CodePipelineStateSucceeded CodePipelineState = "SUCCEEDED"
const CodePipelineStateSuperseded CodePipelineState = "SUPERSEDED"
type CognitoDatasetRecord struct{NewValue string; OldValue string; Op string}
type CognitoEvent struct{DatasetName string; DatasetRecords map[string]CognitoDatasetRecord; EventType string; IdentityID string; IdentityPoolID string; Region string; Version int}
type CognitoEventUserPoolsCallerContext struct{AWSSDKVersion string; ClientID string}
type CognitoEventUserPoolsChallengeResult struct{ChallengeName string; ChallengeResult bool; ChallengeMetadata string}
type CognitoEventUserPoolsCreateAuthChallenge struct{CognitoEventUserPoolsHeader; Request CognitoEventUserPoolsCreateAuthChallengeRequest; Response CognitoEventUserPoolsCreateAuthChallengeResponse}
type CognitoEventUserPoolsCreateAuthChallengeRequest struct{UserAttributes map[string]string; ChallengeName string; Session []*CognitoEventUserPoolsChallengeResult; ClientMetadata map[string]string}
type CognitoEventUserPoolsCreateAuthChallengeResponse struct{PublicChallengeParameters map[string]string; PrivateChallengeParameters map[string]string; ChallengeMetadata string}
type CognitoEventUserPoolsCustomMessage struct{CognitoEventUserPoolsHeader; Request CognitoEventUserPoolsCustomMessageRequest; Response CognitoEventUserPoolsCustomMessageResponse}
type CognitoEventUserPoolsCustomMessageRequest struct{UserAttributes map[string]any; CodeParameter string; UsernameParameter string; ClientMetadata map[string]string}
type CognitoEventUserPoolsCustomMessageResponse struct{SMSMessage string; EmailMessage string; EmailSubject string}
type CognitoEventUserPoolsDefineAuthChallenge struct{CognitoEventUserPoolsHeader; Request CognitoEventUserPoolsDefineAuthChallengeRequest; Response CognitoEventUserPoolsDefineAuthChallengeResponse}
type CognitoEventUserPoolsDefineAuthChallengeRequest struct{UserAttributes map[string]string; Session []*CognitoEventUserPoolsChallengeResult; ClientMetadata map[string]string; UserNotFound bool}
type CognitoEventUserPoolsDefineAuthChallengeResponse struct{ChallengeName string; IssueTokens bool; FailAuthentication bool}
type CognitoEventUserPoolsHeader struct{Version string; TriggerSource string; Region string; UserPoolID string; CallerContext CognitoEventUserPoolsCallerContext; UserName string}
type CognitoEventUserPoolsInboundFederation struct{CognitoEventUserPoolsHeader; Request CognitoEventUserPoolsInboundFederationRequest; Response CognitoEventUserPoolsInboundFederationResponse}
type CognitoEventUserPoolsInboundFederationAttributes struct{TokenResponse map[string]string; IDToken map[string]string; UserInfo map[string]string; SAMLResponse map[string]string}
type CognitoEventUserPoolsInboundFederationRequest struct{ProviderName string; ProviderType CognitoFederationProviderType; Attributes CognitoEventUserPoolsInboundFederationAttributes}
type CognitoEventUserPoolsInboundFederationResponse struct{UserAttributesToMap map[string]string}
type CognitoEventUserPoolsMigrateUser struct{CognitoEventUserPoolsHeader; CognitoEventUserPoolsMigrateUserRequest; CognitoEventUserPoolsMigrateUserResponse}
type CognitoEventUserPoolsMigrateUserRequest struct{Password string; ValidationData map[string]string; ClientMetadata map[string]string}
type CognitoEventUserPoolsMigrateUserResponse struct{UserAttributes map[string]string; FinalUserStatus string; MessageAction string; DesiredDeliveryMediums []string; ForceAliasCreation bool}
type CognitoEventUserPoolsPostAuthentication struct{CognitoEventUserPoolsHeader; Request CognitoEventUserPoolsPostAuthenticationRequest; Response CognitoEventUserPoolsPostAuthenticationResponse}
type CognitoEventUserPoolsPostAuthenticationRequest struct{NewDeviceUsed bool; UserAttributes map[string]string; ClientMetadata map[string]string}
type CognitoEventUserPoolsPostAuthenticationResponse struct{}
type CognitoEventUserPoolsPostConfirmation struct{CognitoEventUserPoolsHeader; Request CognitoEventUserPoolsPostConfirmationRequest; Response CognitoEventUserPoolsPostConfirmationResponse}
type CognitoEventUserPoolsPostConfirmationRequest struct{UserAttributes map[string]string; ClientMetadata map[string]string}
type CognitoEventUserPoolsPostConfirmationResponse struct{}
type CognitoEventUserPoolsPreAuthentication struct{CognitoEventUserPoolsHeader; Request CognitoEventUserPoolsPreAuthenticationRequest; Response CognitoEventUserPoolsPreAuthenticationResponse}
type CognitoEventUserPoolsPreAuthenticationRequest struct{UserAttributes map[string]string; ValidationData map[string]string}
type CognitoEventUserPoolsPreAuthenticationResponse struct{}
type CognitoEventUserPoolsPreSignup struct{CognitoEventUserPoolsHeader; Request CognitoEventUserPoolsPreSignupRequest; Response CognitoEventUserPoolsPreSignupResponse}
type CognitoEventUserPoolsPreSignupRequest struct{UserAttributes map[string]string; ValidationData map[string]string; ClientMetadata map[string]string}
type CognitoEventUserPoolsPreSignupResponse struct{AutoConfirmUser bool; AutoVerifyEmail bool; AutoVerifyPhone bool}
type CognitoEventUserPoolsPreTokenGen struct{CognitoEventUserPoolsHeader; Request CognitoEventUserPoolsPreTokenGenRequest; Response CognitoEventUserPoolsPreTokenGenResponse}
type CognitoEventUserPoolsPreTokenGenRequest struct{UserAttributes map[string]string; GroupConfiguration GroupConfiguration; ClientMetadata map[string]string}
type CognitoEventUserPoolsPreTokenGenRequestV2_0 struct{UserAttributes map[string]string; GroupConfiguration GroupConfigurationV2_0; ClientMetadata map[string]string; Scopes []string}
type CognitoEventUserPoolsPreTokenGenResponse struct{ClaimsOverrideDetails ClaimsOverrideDetails}
type CognitoEventUserPoolsPreTokenGenResponseV2_0 struct{ClaimsAndScopeOverrideDetails ClaimsAndScopeOverrideDetailsV2_0}
type CognitoEventUserPoolsPreTokenGenV2 struct{CognitoEventUserPoolsHeader; Request CognitoEventUserPoolsPreTokenGenV2Request; Response CognitoEventUserPoolsPreTokenGenV2Response}
type CognitoEventUserPoolsPreTokenGenV2Request struct{UserAttributes map[string]string; GroupConfiguration GroupConfiguration; ClientMetadata map[string]string; Scopes []string}
type CognitoEventUserPoolsPreTokenGenV2Response struct{ClaimsAndScopeOverrideDetails ClaimsAndScopeOverrideDetails}
type CognitoEventUserPoolsPreTokenGenV2_0 struct{CognitoEventUserPoolsHeader; Request CognitoEventUserPoolsPreTokenGenRequestV2_0; Response CognitoEventUserPoolsPreTokenGenResponseV2_0}
type CognitoEventUserPoolsVerifyAuthChallenge struct{CognitoEventUserPoolsHeader; Request CognitoEventUserPoolsVerifyAuthChallengeRequest; Response CognitoEventUserPoolsVerifyAuthChallengeResponse}
type CognitoEventUserPoolsVerifyAuthChallengeRequest struct{UserAttributes map[string]string; PrivateChallengeParameters map[string]string; ChallengeAnswer any; ClientMetadata map[string]string}
type CognitoEventUserPoolsVerifyAuthChallengeResponse struct{AnswerCorrect bool}
type CognitoFederationProviderType string
const CognitoFederationProviderTypeFacebook CognitoFederationProviderType = "Facebook"
const CognitoFederationProviderTypeGoogle CognitoFederationProviderType = "Google"
const CognitoFederationProviderTypeLoginWithAmazon CognitoFederationProviderType = "LoginWithAmazon"
const CognitoFederationProviderTypeOIDC CognitoFederationProviderType = "OIDC"
const CognitoFederationProviderTypeSAML CognitoFederationProviderType = "SAML"
const CognitoFederationProviderTypeSignInWithApple CognitoFederationProviderType = "SignInWithApple"
type ConfigEvent struct{AccountID string; ConfigRuleArn string; ConfigRuleID string; ConfigRuleName string; EventLeftScope bool; ExecutionRoleArn string; InvokingEvent string; ResultToken string; RuleParameters string; Version string}
type ConnectContactData struct{Attributes map[string]string; Channel string; ContactID string; CustomerEndpoint ConnectEndpoint; InitialContactID string; InitiationMethod string; PreviousContactID string; Queue ConnectQueue; SystemEndpoint ConnectEndpoint; InstanceARN string}
type ConnectDetails struct{ContactData ConnectContactData; Parameters map[string]string}
type ConnectEndpoint struct{Address string; Type string}
type ConnectEvent struct{Details ConnectDetails; Name string}
type ConnectQueue struct{Name string; ARN string}
type ConnectResponse map[string]string
const DataTypeBinary DynamoDBDataType = 0
const DataTypeBinarySet DynamoDBDataType = 2
const DataTypeBoolean DynamoDBDataType = 1
const DataTypeList DynamoDBDataType = 3
const DataTypeMap DynamoDBDataType = 4
const DataTypeNull DynamoDBDataType = 7
const DataTypeNumber DynamoDBDataType = 5
const DataTypeNumberSet DynamoDBDataType = 6
const DataTypeString DynamoDBDataType = 8
const DataTypeStringSet DynamoDBDataType = 9
type DurationMinutes time.Duration
func (DurationMinutes) MarshalJSON() ([]byte, error)
func (*DurationMinutes) UnmarshalJSON([]byte) error
type DurationSeconds time.Duration
func (DurationSeconds) MarshalJSON() ([]byte, error)
func (*DurationSeconds) UnmarshalJSON([]byte) error
type DynamoDBAttributeValue struct{}
func (DynamoDBAttributeValue) Binary() []byte
func (DynamoDBAttributeValue) BinarySet() [][]byte
func (DynamoDBAttributeValue) Boolean() bool
func (DynamoDBAttributeValue) DataType() DynamoDBDataType
func (DynamoDBAttributeValue) Float() (float64, error)
func (DynamoDBAttributeValue) Int64() (int64, error)
func (DynamoDBAttributeValue) Integer() (int64, error)
func (DynamoDBAttributeValue) IsNull() bool
func (DynamoDBAttributeValue) List() []DynamoDBAttributeValue
func (DynamoDBAttributeValue) Map() map[string]DynamoDBAttributeValue
func (DynamoDBAttributeValue) MarshalJSON() ([]byte, error)
func (DynamoDBAttributeValue) Number() string
func (DynamoDBAttributeValue) NumberSet() []string
func (DynamoDBAttributeValue) String() string
func (DynamoDBAttributeValue) StringSet() []string
func (*DynamoDBAttributeValue) UnmarshalJSON([]byte) error
type DynamoDBBatchItemFailure struct{ItemIdentifier string}
type DynamoDBDataType int
type DynamoDBEvent struct{Records []DynamoDBEventRecord}
type DynamoDBEventRecord struct{AWSRegion string; Change DynamoDBStreamRecord; EventID string; EventName string; EventSource string; EventVersion string; EventSourceArn string; UserIdentity *DynamoDBUserIdentity}
type DynamoDBEventResponse struct{BatchItemFailures []DynamoDBBatchItemFailure}
type DynamoDBKeyType string
const DynamoDBKeyTypeHash DynamoDBKeyType = "HASH"
const DynamoDBKeyTypeRange DynamoDBKeyType = "RANGE"
type DynamoDBOperationType string
const DynamoDBOperationTypeInsert DynamoDBOperationType = "INSERT"
const DynamoDBOperationTypeModify DynamoDBOperationType = "MODIFY"
const DynamoDBOperationTypeRemove DynamoDBOperationType = "REMOVE"
const DynamoDBShardIteratorTypeAfterSequenceNumber DynamoDBSharedIteratorType = "AFTER_SEQUENCE_NUMBER"
const DynamoDBShardIteratorTypeAtSequenceNumber DynamoDBSharedIteratorType = "AT_SEQUENCE_NUMBER"
const DynamoDBShardIteratorTypeLatest DynamoDBSharedIteratorType = "LATEST"
const DynamoDBShardIteratorTypeTrimHorizon DynamoDBSharedIteratorType = "TRIM_HORIZON"
type DynamoDBSharedIteratorType string
type DynamoDBStreamRecord struct{ApproximateCreationDateTime SecondsEpochTime; Keys map[string]DynamoDBAttributeValue; NewImage map[string]DynamoDBAttributeValue; OldImage map[string]DynamoDBAttributeValue; SequenceNumber string; SizeBytes int64; StreamViewType string}
type DynamoDBStreamStatus string
const DynamoDBStreamStatusDisabled DynamoDBStreamStatus = "DISABLED"
const DynamoDBStreamStatusDisabling DynamoDBStreamStatus = "DISABLING"
const DynamoDBStreamStatusEnabled DynamoDBStreamStatus = "ENABLED"
const DynamoDBStreamStatusEnabling DynamoDBStreamStatus = "ENABLING"
type DynamoDBStreamViewType string
const DynamoDBStreamViewTypeKeysOnly DynamoDBStreamViewType = "KEYS_ONLY"
const DynamoDBStreamViewTypeNewAndOldImages DynamoDBStreamViewType = "NEW_AND_OLD_IMAGES"
const DynamoDBStreamViewTypeNewImage DynamoDBStreamViewType = "NEW_IMAGE"
const DynamoDBStreamViewTypeOldImage DynamoDBStreamViewType = "OLD_IMAGE"
type DynamoDBTimeWindowEvent struct{DynamoDBEvent; TimeWindowProperties}
type DynamoDBTimeWindowEventResponse struct{TimeWindowEventResponseProperties; BatchItemFailures []DynamoDBBatchItemFailure}
type DynamoDBUserIdentity struct{Type string; PrincipalID string}
type ECRImageActionEvent struct{Version string; ID string; DetailType string; Source string; Account string; Time time.Time; Region string; Resources []string; Detail ECRImageActionEventDetailType}
type ECRImageActionEventDetailType struct{Result string; RepositoryName string; ImageDigest string; ActionType string; ImageTag string}
type ECRScanEvent struct{Version string; ID string; DetailType string; Source string; Time string; Region string; Resources []string; Account string; Detail ECRScanEventDetailType}
type ECRScanEventDetailType struct{ScanStatus string; RepositoryName string; FindingSeverityCounts ECRScanEventFindingSeverityCounts; ImageDigest string; ImageTags []string}
type ECRScanEventFindingSeverityCounts struct{Critical int64; High int64; Medium int64; Low int64; Informational int64; Undefined int64}
type ECSContainerInstanceEvent struct{Version string; ID string; DetailType string; Source string; Account string; Time time.Time; Region string; Resources []string; Detail ECSContainerInstanceEventDetailType}
type ECSContainerInstanceEventAttribute struct{Name string}
type ECSContainerInstanceEventDetailType struct{AgentConnected bool; Attributes []ECSContainerInstanceEventAttribute; ClusterARN string; ContainerInstanceARN string; EC2InstanceID string; RegisteredResources []ECSContainerInstanceEventResource; RemainingResources []ECSContainerInstanceEventResource; Status string; Version int; VersionInfo ECSContainerInstanceEventVersionInfo; UpdatedAt time.Time}
type ECSContainerInstanceEventResource struct{Name string; Type string; IntegerValue int; StringSetValue []*string}
func (ECSContainerInstanceEventResource) MarshalJSON() ([]byte, error)
type ECSContainerInstanceEventVersionInfo struct{AgentHash string; AgentVersion string; DockerVersion string}
type ELBContext struct{TargetGroupArn string}
type EventBridgeEvent CloudWatchEvent
type GroupConfiguration struct{GroupsToOverride []string; IAMRolesToOverride []string; PreferredRole *string}
type GroupConfigurationV2_0 struct{GroupsToOverride []string; IAMRolesToOverride []string; PreferredRole *string}
type IAMPolicyDocument struct{Version string; Statement []IAMPolicyStatement}
type IAMPolicyStatement struct{Action []string; Effect string; Resource []string}
type IDTokenGeneration struct{ClaimsToAddOrOverride map[string]string; ClaimsToSuppress []string}
type IDTokenGenerationV2_0 struct{ClaimsToAddOrOverride map[string]any; ClaimsToSuppress []string}
type IncompatibleDynamoDBTypeError struct{Requested DynamoDBDataType; Actual DynamoDBDataType}
func (IncompatibleDynamoDBTypeError) Error() string
type IoTButtonEvent struct{SerialNumber string; ClickType string; BatteryVoltage string}
type IoTCoreConnectionMetadata struct{ID string}
type IoTCoreCustomAuthorizerRequest struct{Token string; SignatureVerified bool; Protocols []string; ProtocolData *IoTCoreProtocolData; ConnectionMetadata *IoTCoreConnectionMetadata}
type IoTCoreCustomAuthorizerResponse struct{IsAuthenticated bool; PrincipalID string; DisconnectAfterInSeconds uint32; RefreshAfterInSeconds uint32; PolicyDocuments []*IAMPolicyDocument}
type IoTCoreHTTPContext struct{Headers map[string]string; QueryString string}
type IoTCoreMQTTContext struct{ClientID string; Password []byte; Username string}
type IoTCoreProtocolData struct{TLS *IoTCoreTLSContext; HTTP *IoTCoreHTTPContext; MQTT *IoTCoreMQTTContext}
type IoTCoreTLSContext struct{ServerName string}
type IoTCustomAuthorizerRequest struct{HTTPContext *IoTHTTPContext; MQTTContext *IoTMQTTContext; TLSContext *IoTTLSContext; AuthorizationToken string; TokenSignature string}
type IoTCustomAuthorizerResponse struct{IsAuthenticated bool; PrincipalID string; DisconnectAfterInSeconds int32; RefreshAfterInSeconds int32; PolicyDocuments []string}
type IoTHTTPContext IoTCoreHTTPContext
type IoTMQTTContext IoTCoreMQTTContext
type IoTOneClickButtonClicked struct{ClickType string; ReportedTime string}
type IoTOneClickDeviceEvent struct{ButtonClicked IoTOneClickButtonClicked}
type IoTOneClickDeviceInfo struct{Attributes map[string]string; Type string; DeviceID string; RemainingLife float64}
type IoTOneClickEvent struct{DeviceEvent IoTOneClickDeviceEvent; DeviceInfo IoTOneClickDeviceInfo; PlacementInfo IoTOneClickPlacementInfo}
type IoTOneClickPlacementInfo struct{ProjectName string; PlacementName string; Attributes map[string]string; Devices map[string]string}
type IoTPreProvisionHookRequest struct{ClaimCertificateID string; CertificateID string; CertificatePEM string; TemplateARN string; ClientID string; Parameters map[string]string}
type IoTPreProvisionHookResponse struct{AllowProvisioning bool; ParameterOverrides map[string]string}
type IoTTLSContext IoTCoreTLSContext
type JSONNumberBytes []byte
func (JSONNumberBytes) MarshalJSON() ([]byte, error)
func (*JSONNumberBytes) UnmarshalJSON([]byte) error
type KafkaEvent struct{EventSource string; EventSourceARN string; Records map[string][]KafkaRecord; BootstrapServers string}
type KafkaRecord struct{Topic string; Partition int64; Offset int64; Timestamp MilliSecondsEpochTime; TimestampType string; Key string; Value string; Headers []map[string]JSONNumberBytes}
type KinesisAnalyticsOutputDeliveryEvent struct{InvocationID string; ApplicationARN string; Records []KinesisAnalyticsOutputDeliveryEventRecord}
type KinesisAnalyticsOutputDeliveryEventRecord struct{RecordID string; Data []byte}
const KinesisAnalyticsOutputDeliveryFailed = "DeliveryFailed"
const KinesisAnalyticsOutputDeliveryOK = "Ok"
type KinesisAnalyticsOutputDeliveryResponse struct{Records []KinesisAnalyticsOutputDeliveryResponseRecord}
type KinesisAnalyticsOutputDeliveryResponseRecord struct{RecordID string; Result string}
type KinesisBatchItemFailure struct{ItemIdentifier string}
type KinesisEvent struct{Records []KinesisEventRecord}
type KinesisEventRecord struct{AwsRegion string; EventID string; EventName string; EventSource string; EventSourceArn string; EventVersion string; InvokeIdentityArn string; Kinesis KinesisRecord}
type KinesisEventResponse struct{BatchItemFailures []KinesisBatchItemFailure}
type KinesisFirehoseEvent struct{InvocationID string; DeliveryStreamArn string; SourceKinesisStreamArn string; Region string; Records []KinesisFirehoseEventRecord}
type KinesisFirehoseEventRecord struct{RecordID string; ApproximateArrivalTimestamp MilliSecondsEpochTime; Data []byte; KinesisFirehoseRecordMetadata KinesisFirehoseRecordMetadata}
type KinesisFirehoseOTFOperation string
const KinesisFirehoseOTFOperationDelete KinesisFirehoseOTFOperation = "delete"
const KinesisFirehoseOTFOperationInsert KinesisFirehoseOTFOperation = "insert"
const KinesisFirehoseOTFOperationUpdate KinesisFirehoseOTFOperation = "update"
type KinesisFirehoseRecordMetadata struct{ShardID string; PartitionKey string; SequenceNumber string; SubsequenceNumber int64; ApproximateArrivalTimestamp MilliSecondsEpochTime}
type KinesisFirehoseResponse struct{Records []KinesisFirehoseResponseRecord}
type KinesisFirehoseResponseRecord struct{RecordID string; Result string; Data []byte; Metadata KinesisFirehoseResponseRecordMetadata}
type KinesisFirehoseResponseRecordMetadata struct{PartitionKeys map[string]string; OTFMetadata KinesisFirehoseResponseRecordOTFMetadata}
type KinesisFirehoseResponseRecordOTFMetadata struct{DestinationDatabaseName string; DestinationTableName string; Operation KinesisFirehoseOTFOperation}
const KinesisFirehoseTransformedStateDropped = "Dropped"
const KinesisFirehoseTransformedStateOk = "Ok"
const KinesisFirehoseTransformedStateProcessingFailed = "ProcessingFailed"
type KinesisRecord struct{ApproximateArrivalTimestamp SecondsEpochTime; Data []byte; EncryptionType string; PartitionKey string; SequenceNumber string; KinesisSchemaVersion string}
type KinesisTimeWindowEvent struct{KinesisEvent; TimeWindowProperties}
type KinesisTimeWindowEventResponse struct{TimeWindowEventResponseProperties; BatchItemFailures []KinesisBatchItemFailure}
type LambdaFunctionURLRequest struct{Version string; RawPath string; RawQueryString string; Cookies []string; Headers map[string]string; QueryStringParameters map[string]string; RequestContext LambdaFunctionURLRequestContext; Body string; IsBase64Encoded bool}
type LambdaFunctionURLRequestContext struct{AccountID string; RequestID string; Authorizer *LambdaFunctionURLRequestContextAuthorizerDescription; APIID string; DomainName string; DomainPrefix string; Time string; TimeEpoch int64; HTTP LambdaFunctionURLRequestContextHTTPDescription}
type LambdaFunctionURLRequestContextAuthorizerDescription struct{IAM *LambdaFunctionURLRequestContextAuthorizerIAMDescription}
type LambdaFunctionURLRequestContextAuthorizerIAMDescription struct{AccessKey string; AccountID string; CallerID string; UserARN string; UserID string}
type LambdaFunctionURLRequestContextHTTPDescription struct{Method string; Path string; Protocol string; SourceIP string; UserAgent string}
type LambdaFunctionURLResponse struct{StatusCode int; Headers map[string]string; Body string; IsBase64Encoded bool; Cookies []string}
type LambdaFunctionURLStreamingResponse struct{StatusCode int; Headers map[string]string; Body io.Reader; Cookies []string}
func (*LambdaFunctionURLStreamingResponse) Close() error
func (*LambdaFunctionURLStreamingResponse) ContentType() string
func (*LambdaFunctionURLStreamingResponse) MarshalJSON() ([]byte, error)
func (*LambdaFunctionURLStreamingResponse) Read([]byte) (int, error)
type LexAlternativeIntents struct{Name string; NLUIntentConfidenceScore float64; Slots Slots; SlotDetails map[string]SlotDetail; ConfirmationStatus string}
type LexBot struct{Name string; Alias string; Version string}
type LexCurrentIntent struct{Name string; NLUIntentConfidenceScore float64; Slots Slots; SlotDetails map[string]SlotDetail; ConfirmationStatus string}
type LexDialogAction struct{Type string; FulfillmentState string; Message map[string]string; IntentName string; Slots Slots; SlotToElicit string; ResponseCard *LexResponseCard}
type LexEvent struct{MessageVersion string; InvocationSource string; UserID string; InputTranscript string; SessionAttributes SessionAttributes; RequestAttributes map[string]string; Bot *LexBot; OutputDialogMode string; CurrentIntent *LexCurrentIntent; AlternativeIntents []LexAlternativeIntents; DialogAction *LexDialogAction}
func (*LexEvent) Clear()
type LexResponse struct{SessionAttributes SessionAttributes; DialogAction LexDialogAction}
type LexResponseCard struct{Version int64; ContentType string; GenericAttachments []Attachment}
type MilliSecondsEpochTime struct{time.Time}
func (MilliSecondsEpochTime) MarshalJSON() ([]byte, error)
func (*MilliSecondsEpochTime) UnmarshalJSON([]byte) error
func NewBinaryAttribute([]byte) DynamoDBAttributeValue
func NewBinarySetAttribute([][]byte) DynamoDBAttributeValue
func NewBooleanAttribute(bool) DynamoDBAttributeValue
func NewListAttribute([]DynamoDBAttributeValue) DynamoDBAttributeValue
func NewMapAttribute(map[string]DynamoDBAttributeValue) DynamoDBAttributeValue
func NewNullAttribute() DynamoDBAttributeValue
func NewNumberAttribute(string) DynamoDBAttributeValue
func NewNumberSetAttribute([]string) DynamoDBAttributeValue
func NewStringAttribute(string) DynamoDBAttributeValue
func NewStringSetAttribute([]string) DynamoDBAttributeValue
const OperationBatchInvoke AppSyncOperation = "BatchInvoke"
const OperationInvoke AppSyncOperation = "Invoke"
type RFC3339EpochTime struct{time.Time}
func (RFC3339EpochTime) MarshalJSON() ([]byte, error)
func (*RFC3339EpochTime) UnmarshalJSON([]byte) error
type RabbitMQBasicProperties struct{ContentType string; ContentEncoding *string; Headers map[string]any; DeliveryMode uint8; Priority uint8; CorrelationID *string; ReplyTo *string; Expiration string; MessageID *string; Timestamp string; Type *string; UserID string; AppID *string; ClusterID *string; BodySize uint64}
type RabbitMQEvent struct{EventSource string; EventSourceARN string; MessagesByQueue map[string][]RabbitMQMessage}
type RabbitMQMessage struct{BasicProperties RabbitMQBasicProperties; Data string; Redelivered bool}
type S3BatchJob struct{ID string}
type S3BatchJobEvent struct{InvocationSchemaVersion string; InvocationID string; Job S3BatchJob; Tasks []S3BatchJobTask}
type S3BatchJobEventV2 struct{InvocationSchemaVersion string; InvocationID string; Job S3BatchJobV2; Tasks []S3BatchJobTaskV2}
type S3BatchJobResponse struct{InvocationSchemaVersion string; TreatMissingKeysAs string; InvocationID string; Results []S3BatchJobResult}
type S3BatchJobResult struct{TaskID string; ResultCode string; ResultString string}
type S3BatchJobTask struct{TaskID string; S3Key string; S3VersionID string; S3BucketARN string}
type S3BatchJobTaskV2 struct{TaskID string; S3Key string; S3VersionID string; S3Bucket string}
type S3BatchJobV2 struct{ID string; UserArguments map[string]string}
type S3Bucket struct{Name string; OwnerIdentity S3UserIdentity; Arn string}
type S3Entity struct{SchemaVersion string; ConfigurationID string; Bucket S3Bucket; Object S3Object}
type S3Event struct{Records []S3EventRecord}
type S3EventRecord struct{EventVersion string; EventSource string; AWSRegion string; EventTime time.Time; EventName string; PrincipalID S3UserIdentity; RequestParameters S3RequestParameters; ResponseElements map[string]string; S3 S3Entity; GlacierEventData *S3GlacierEventData; RestoreEventData *S3RestoreEventData; ReplicationEventData *S3ReplicationEventData; IntelligentTieringEventData *S3IntelligentTieringEventData; LifecycleEventData *S3LifecycleEventData}
type S3GlacierEventData struct{RestoreEventData *S3RestoreEventData}
type S3IntelligentTieringEventData struct{DestinationAccessTier string}
type S3LifecycleEventData struct{TransitionEventData *S3TransitionEventData}
type S3Object struct{Key string; Size int64; URLDecodedKey string; VersionID string; ETag string; Sequencer string}
func (*S3Object) UnmarshalJSON([]byte) error
type S3ObjectLambdaConfiguration struct{AccessPointARN string; SupportingAccessPointARN string; Payload string}
type S3ObjectLambdaEvent struct{XAmzRequestID string; GetObjectContext *S3ObjectLambdaGetObjectContext; ListObjectsContext *S3ObjectLambdaListObjectsContext; ListObjectsV2Context *S3ObjectLambdaListObjectsV2Context; HeadObjectContext *S3ObjectLambdaHeadObjectContext; Configuration S3ObjectLambdaConfiguration; UserRequest S3ObjectLambdaUserRequest; UserIdentity S3ObjectLambdaUserIdentity; ProtocolVersion string}
type S3ObjectLambdaGetObjectContext struct{InputS3URL string; OutputRoute string; OutputToken string}
type S3ObjectLambdaHeadObjectContext struct{InputS3URL string}
type S3ObjectLambdaListObjectsContext struct{InputS3URL string}
type S3ObjectLambdaListObjectsV2Context struct{InputS3URL string}
type S3ObjectLambdaSessionContext struct{Attributes map[string]string; SessionIssuer *S3ObjectLambdaSessionIssuer}
type S3ObjectLambdaSessionIssuer struct{Type string; PrincipalID string; ARN string; AccountID string; UserName string}
type S3ObjectLambdaUserIdentity struct{Type string; PrincipalID string; ARN string; AccountID string; AccessKeyID string; SessionContext *S3ObjectLambdaSessionContext}
type S3ObjectLambdaUserRequest struct{URL string; Headers map[string]string}
type S3ReplicationEventData struct{ReplicationRuleID string; DestinationBucket string; S3Operation string; RequestTime time.Time; FailureReason string}
type S3RequestParameters struct{SourceIPAddress string}
type S3RestoreEventData struct{LifecycleRestorationExpiryTime time.Time; LifecycleRestoreStorageClass string}
type S3TestEvent struct{Service string; Bucket string; Event string; Time time.Time; RequestID string; HostID string}
type S3TransitionEventData struct{DestinationStorageClass string}
type S3UserIdentity struct{PrincipalID string}
type SNSEntity struct{Signature string; MessageID string; Type string; TopicArn string; MessageAttributes map[string]any; SignatureVersion string; Timestamp time.Time; SigningCertURL string; Message string; UnsubscribeURL string; Subject string}
type SNSEvent struct{Records []SNSEventRecord}
type SNSEventRecord struct{EventVersion string; EventSubscriptionArn string; EventSource string; SNS SNSEntity}
type SQSBatchItemFailure struct{ItemIdentifier string}
type SQSEvent struct{Records []SQSMessage}
type SQSEventResponse struct{BatchItemFailures []SQSBatchItemFailure}
type SQSMessage struct{MessageId string; ReceiptHandle string; Body string; Md5OfBody string; Md5OfMessageAttributes string; Attributes map[string]string; MessageAttributes map[string]SQSMessageAttribute; EventSourceARN string; EventSource string; AWSRegion string}
type SQSMessageAttribute struct{StringValue *string; BinaryValue []byte; StringListValues []string; BinaryListValues [][]byte; DataType string}
type SecondsEpochTime struct{time.Time}
func (SecondsEpochTime) MarshalJSON() ([]byte, error)
func (*SecondsEpochTime) UnmarshalJSON([]byte) error
type SecretsManagerSecretRotationEvent struct{Step string; SecretID string; ClientRequestToken string; RotationToken string}
type SessionAttributes map[string]string
type SimpleEmailCommonHeaders struct{From []string; To []string; Cc []string; ReturnPath string; MessageID string; Date string; Subject string}
const SimpleEmailContinue SimpleEmailDispositionValue = "CONTINUE"
type SimpleEmailDisposition struct{Disposition SimpleEmailDispositionValue}
type SimpleEmailDispositionValue string
type SimpleEmailEvent struct{Records []SimpleEmailRecord}
type SimpleEmailHeader struct{Name string; Value string}
type SimpleEmailMessage struct{CommonHeaders SimpleEmailCommonHeaders; Source string; Timestamp time.Time; Destination []string; Headers []SimpleEmailHeader; HeadersTruncated bool; MessageID string}
type SimpleEmailReceipt struct{Recipients []string; Timestamp time.Time; SpamVerdict SimpleEmailVerdict; DKIMVerdict SimpleEmailVerdict; DMARCVerdict SimpleEmailVerdict; DMARCPolicy string; SPFVerdict SimpleEmailVerdict; VirusVerdict SimpleEmailVerdict; Action SimpleEmailReceiptAction; ProcessingTimeMillis int64}
type SimpleEmailReceiptAction struct{Type string; TopicARN string; BucketName string; ObjectKey string; SMTPReplyCode string; StatusCode string; Message string; Sender string; InvocationType string; FunctionARN string; OrganizationARN string}
type SimpleEmailRecord struct{EventVersion string; EventSource string; SES SimpleEmailService}
type SimpleEmailService struct{Mail SimpleEmailMessage; Receipt SimpleEmailReceipt}
const SimpleEmailStopRule SimpleEmailDispositionValue = "STOP_RULE"
const SimpleEmailStopRuleSet SimpleEmailDispositionValue = "STOP_RULE_SET"
type SimpleEmailVerdict struct{Status string}
type SlotDetail struct{Resolutions []map[string]string; OriginalValue string}
type Slots map[string]*string
type TimeWindowEventResponseProperties struct{State map[string]string}
type TimeWindowProperties struct{Window Window; State map[string]string; ShardID string; EventSourceARN string; IsFinalInvokeForWindow bool; IsWindowTerminatedEarly bool}
type UnsupportedDynamoDBTypeError struct{Type string}
func (UnsupportedDynamoDBTypeError) Error() string
type Window struct{Start RFC3339EpochTime; End RFC3339EpochTime}
"""
