# ruff: noqa: E501
"""Signatures of foreign packages that Lambda programs use: what constructors return and calls give back.

One entry per import path, one declaration per line, in Go without parameter names: `func F(…) …`, `func (*T) M(…) …`
(`*` where only the pointer has the method), `type T …` (a struct lists only fields that matter), `var V …`, `const C = …`
or `const C T = …`. Qualifiers are those of `IMPORTS` unless an `import name path` line of the entry says otherwise.
`any` stands for types that don't matter too. The clients of the AWS SDK services follow a convention and need no entry;
`SDK1_CLIENTS` names the clients of the first version by service.

Checked by `python -m lambdalint.dev data go_signatures` against 77 Go modules (`modules`). Read 2026-11-21.
"""

from __future__ import annotations

IMPORTS = {
    "aws": "github.com/aws/aws-sdk-go-v2/aws",
    "bufio": "bufio",
    "bytes": "bytes",
    "context": "context",
    "credentials": "github.com/aws/aws-sdk-go-v2/credentials",
    "driver": "database/sql/driver",
    "gorm": "gorm.io/gorm",
    "hash": "hash",
    "http": "net/http",
    "io": "io",
    "json": "encoding/json",
    "log": "log",
    "multipart": "mime/multipart",
    "net": "net",
    "os": "os",
    "pgconn": "github.com/jackc/pgx/v5/pgconn",
    "pgx": "github.com/jackc/pgx/v5",
    "reflect": "reflect",
    "slog": "log/slog",
    "sql": "database/sql",
    "template": "text/template",
    "time": "time",
    "tls": "crypto/tls",
    "url": "net/url",
}

_SLOG = """
        func New(Handler) *Logger
        func Default() *Logger
        func With(...any) *Logger
        func SetDefault(*Logger)
        func NewJSONHandler(io.Writer, *HandlerOptions) *JSONHandler
        func NewTextHandler(io.Writer, *HandlerOptions) *TextHandler
        func (*Logger) With(...any) *Logger
        func (*Logger) WithGroup(string) *Logger
        func (*Logger) Debug(string, ...any)
        func (*Logger) Error(string, ...any)
        func (*Logger) Info(string, ...any)
        func (*Logger) Warn(string, ...any)
        func (*Logger) DebugContext(context.Context, string, ...any)
        func (*Logger) ErrorContext(context.Context, string, ...any)
        func (*Logger) InfoContext(context.Context, string, ...any)
        func (*Logger) WarnContext(context.Context, string, ...any)
        func Any(string, any) Attr
        func String(string, string) Attr
        func Int(string, int) Attr
        type Attr
        type Handler
        type HandlerOptions
        type JSONHandler
        type Level int
        type Logger
        type TextHandler
    """  # the standard library took it over as it was

_KIT_LOG = """
        func NewJSONLogger(io.Writer) Logger
        func NewLogfmtLogger(io.Writer) Logger
        func NewSyncLogger(Logger) Logger
        func With(Logger, ...any) Logger
        func WithPrefix(Logger, ...any) Logger
        func WithSuffix(Logger, ...any) Logger
        type Logger
    """  # it moved to a module of its own as it was

PACKAGES = {
    "archive/zip": """
        func NewReader(io.ReaderAt, int64) (*Reader, error)
        func NewWriter(io.Writer) *Writer
        func OpenReader(string) (*ReadCloser, error)
        func (*ReadCloser) Close() error
        func (*File) Open() (io.ReadCloser, error)
        func (*Writer) Close() error
        func (*Writer) Create(string) (io.Writer, error)
        func (*Writer) CreateHeader(*FileHeader) (io.Writer, error)
        type File
        type FileHeader
        type ReadCloser
        type Reader
        type Writer
    """,
    "bufio": """
        func NewReader(io.Reader) *Reader
        func NewScanner(io.Reader) *Scanner
        func NewWriter(io.Writer) *Writer
        func (*Reader) ReadString(byte) (string, error)
        func (*Scanner) Scan() bool
        func (*Scanner) Text() string
        func (*Scanner) Bytes() []byte
        func (*Scanner) Err() error
        type Reader
        type Scanner
        type Writer
    """,
    "bytes": """
        func NewBuffer([]byte) *Buffer
        func NewBufferString(string) *Buffer
        func NewReader([]byte) *Reader
        func TrimSpace([]byte) []byte
        func Contains([]byte, []byte) bool
        func Equal([]byte, []byte) bool
        func (*Buffer) String() string
        func (*Buffer) Bytes() []byte
        func (*Buffer) Len() int
        func (*Buffer) Write([]byte) (int, error)
        func (*Buffer) WriteString(string) (int, error)
        func (*Buffer) Read([]byte) (int, error)
        func (*Reader) Read([]byte) (int, error)
        type Buffer
        type Reader
    """,
    "compress/gzip": """
        func NewReader(io.Reader) (*Reader, error)
        func NewWriter(io.Writer) *Writer
        func NewWriterLevel(io.Writer, int) (*Writer, error)
        func (*Reader) Close() error
        func (*Reader) Read([]byte) (int, error)
        func (*Writer) Close() error
        func (*Writer) Flush() error
        func (*Writer) Write([]byte) (int, error)
        type Reader
        type Writer
    """,
    "context": """
        func Background() Context
        func TODO() Context
        func WithCancel(Context) (Context, CancelFunc)
        func WithCancelCause(Context) (Context, CancelCauseFunc)
        func WithDeadline(Context, time.Time) (Context, CancelFunc)
        func WithTimeout(Context, time.Duration) (Context, CancelFunc)
        func WithValue(Context, any, any) Context
        func WithoutCancel(Context) Context
        func AfterFunc(Context, func()) func() bool
        func Cause(Context) error
        func (Context) Deadline() (time.Time, bool)
        func (Context) Done() <-chan struct{}
        func (Context) Err() error
        func (Context) Value(any) any
        type Context interface{Deadline() (time.Time, bool); Done() <-chan struct{}; Err() error; Value(any) any}
        type CancelFunc func()
        type CancelCauseFunc func(error)
        var Canceled error
        var DeadlineExceeded error
    """,
    "crypto/hmac": """
        func New(func() hash.Hash, []byte) hash.Hash
    """,
    "crypto/md5": """
        func New() hash.Hash
    """,
    "crypto/rand": """
        func Read([]byte) (int, error)
    """,
    "crypto/sha1": """
        func New() hash.Hash
    """,
    "crypto/sha256": """
        func New() hash.Hash
    """,
    "crypto/sha512": """
        func New() hash.Hash
    """,
    "crypto/aes": """
        import cipher crypto/cipher
        func NewCipher([]byte) (cipher.Block, error)
    """,
    "crypto/cipher": """
        func NewGCM(Block) (AEAD, error)
        func (AEAD) Open([]byte, []byte, []byte, []byte) ([]byte, error)
        func (AEAD) Seal([]byte, []byte, []byte, []byte) []byte
        func (AEAD) NonceSize() int
        type AEAD
        type Block
    """,
    "crypto/ecdsa": """
        import elliptic crypto/elliptic
        func GenerateKey(elliptic.Curve, io.Reader) (*PrivateKey, error)
        func SignASN1(io.Reader, *PrivateKey, []byte) ([]byte, error)
        type PrivateKey
        type PublicKey
    """,
    "crypto/rsa": """
        func GenerateKey(io.Reader, int) (*PrivateKey, error)
        func DecryptOAEP(hash.Hash, io.Reader, *PrivateKey, []byte, []byte) ([]byte, error)
        func EncryptOAEP(hash.Hash, io.Reader, *PublicKey, []byte, []byte) ([]byte, error)
        type PrivateKey
        type PublicKey
    """,
    "crypto/tls": """
        type Config
    """,
    "crypto/x509": """
        import ecdsa crypto/ecdsa
        import rsa crypto/rsa
        func NewCertPool() *CertPool
        func SystemCertPool() (*CertPool, error)
        func (*CertPool) AppendCertsFromPEM([]byte) bool
        func ParseCertificate([]byte) (*Certificate, error)
        func ParseCertificates([]byte) ([]*Certificate, error)
        func ParseECPrivateKey([]byte) (*ecdsa.PrivateKey, error)
        func ParsePKCS1PrivateKey([]byte) (*rsa.PrivateKey, error)
        func ParsePKCS1PublicKey([]byte) (*rsa.PublicKey, error)
        func ParsePKCS8PrivateKey([]byte) (any, error)
        func ParsePKIXPublicKey([]byte) (any, error)
        func ParseRevocationList([]byte) (*RevocationList, error)
        func MarshalECPrivateKey(*ecdsa.PrivateKey) ([]byte, error)
        func MarshalPKCS1PrivateKey(*rsa.PrivateKey) []byte
        func MarshalPKCS8PrivateKey(any) ([]byte, error)
        func MarshalPKIXPublicKey(any) ([]byte, error)
        type CertPool
        type Certificate
        type RevocationList
    """,
    "database/sql": """
        func Open(string, string) (*DB, error)
        func OpenDB(driver.Connector) *DB
        func (*DB) Begin() (*Tx, error)
        func (*DB) BeginTx(context.Context, *TxOptions) (*Tx, error)
        func (*DB) Close() error
        func (*DB) Conn(context.Context) (*Conn, error)
        func (*DB) Exec(string, ...any) (Result, error)
        func (*DB) ExecContext(context.Context, string, ...any) (Result, error)
        func (*DB) Ping() error
        func (*DB) PingContext(context.Context) error
        func (*DB) Prepare(string) (*Stmt, error)
        func (*DB) PrepareContext(context.Context, string) (*Stmt, error)
        func (*DB) Query(string, ...any) (*Rows, error)
        func (*DB) QueryContext(context.Context, string, ...any) (*Rows, error)
        func (*DB) QueryRow(string, ...any) *Row
        func (*DB) QueryRowContext(context.Context, string, ...any) *Row
        func (*DB) SetConnMaxIdleTime(time.Duration)
        func (*DB) SetConnMaxLifetime(time.Duration)
        func (*DB) SetMaxIdleConns(int)
        func (*DB) SetMaxOpenConns(int)
        func (*Tx) Commit() error
        func (*Tx) Rollback() error
        func (*Tx) Exec(string, ...any) (Result, error)
        func (*Tx) ExecContext(context.Context, string, ...any) (Result, error)
        func (*Tx) Prepare(string) (*Stmt, error)
        func (*Tx) PrepareContext(context.Context, string) (*Stmt, error)
        func (*Tx) Query(string, ...any) (*Rows, error)
        func (*Tx) QueryContext(context.Context, string, ...any) (*Rows, error)
        func (*Tx) QueryRow(string, ...any) *Row
        func (*Tx) QueryRowContext(context.Context, string, ...any) *Row
        func (*Stmt) Close() error
        func (*Stmt) Exec(...any) (Result, error)
        func (*Stmt) ExecContext(context.Context, ...any) (Result, error)
        func (*Stmt) Query(...any) (*Rows, error)
        func (*Stmt) QueryContext(context.Context, ...any) (*Rows, error)
        func (*Stmt) QueryRow(...any) *Row
        func (*Stmt) QueryRowContext(context.Context, ...any) *Row
        func (*Conn) Close() error
        func (*Conn) ExecContext(context.Context, string, ...any) (Result, error)
        func (*Conn) QueryContext(context.Context, string, ...any) (*Rows, error)
        func (*Conn) QueryRowContext(context.Context, string, ...any) *Row
        func (*Rows) Close() error
        func (*Rows) Err() error
        func (*Rows) Next() bool
        func (*Rows) Scan(...any) error
        func (*Rows) Columns() ([]string, error)
        func (*Row) Scan(...any) error
        func (*Row) Err() error
        func (Result) LastInsertId() (int64, error)
        func (Result) RowsAffected() (int64, error)
        type DB
        type Tx
        type Stmt
        type Conn
        type Rows
        type Row
        type TxOptions
        type Result interface{LastInsertId() (int64, error); RowsAffected() (int64, error)}
        type NullString struct{String string; Valid bool}
        type NullInt64 struct{Int64 int64; Valid bool}
        type NullTime struct{Time time.Time; Valid bool}
        type NullBool struct{Bool bool; Valid bool}
        var ErrNoRows error
    """,
    "encoding/json": """
        func Marshal(any) ([]byte, error)
        func MarshalIndent(any, string, string) ([]byte, error)
        func Unmarshal([]byte, any) error
        func NewDecoder(io.Reader) *Decoder
        func NewEncoder(io.Writer) *Encoder
        func Valid([]byte) bool
        func (*Decoder) Decode(any) error
        func (*Encoder) Encode(any) error
        func (*Encoder) SetIndent(string, string)
        func (Number) String() string
        type Decoder
        type Encoder
        type Number string
        type RawMessage []byte
        type Marshaler interface{MarshalJSON() ([]byte, error)}
        type Unmarshaler interface{UnmarshalJSON([]byte) error}
    """,
    "encoding/base64": """
        func (*Encoding) DecodeString(string) ([]byte, error)
        func (*Encoding) EncodeToString([]byte) string
        type Encoding
        var StdEncoding *Encoding
        var URLEncoding *Encoding
        var RawStdEncoding *Encoding
        var RawURLEncoding *Encoding
    """,
    "encoding/csv": """
        func NewReader(io.Reader) *Reader
        func NewWriter(io.Writer) *Writer
        func (*Reader) Read() ([]string, error)
        func (*Reader) ReadAll() ([][]string, error)
        func (*Writer) Error() error
        func (*Writer) Flush()
        func (*Writer) Write([]string) error
        func (*Writer) WriteAll([][]string) error
        type Reader
        type Writer
    """,
    "encoding/pem": """
        func Decode([]byte) (*Block, []byte)
        func Encode(io.Writer, *Block) error
        func EncodeToMemory(*Block) []byte
        type Block struct{Type string; Bytes []byte}
    """,
    "encoding/xml": """
        func Marshal(any) ([]byte, error)
        func MarshalIndent(any, string, string) ([]byte, error)
        func Unmarshal([]byte, any) error
    """,
    "errors": """
        func New(string) error
        func Is(error, error) bool
        func As(error, any) bool
        func Join(...error) error
        func Unwrap(error) error
    """,
    "fmt": """
        func Errorf(string, ...any) error
        func Sprintf(string, ...any) string
        func Sprint(...any) string
        func Sprintln(...any) string
        func Printf(string, ...any) (int, error)
        func Print(...any) (int, error)
        func Println(...any) (int, error)
        func Fprintf(io.Writer, string, ...any) (int, error)
        func Fprint(io.Writer, ...any) (int, error)
        func Fprintln(io.Writer, ...any) (int, error)
        func Sscanf(string, string, ...any) (int, error)
        func Sscan(string, ...any) (int, error)
        type Stringer interface{String() string}
    """,
    "hash": """
        type Hash interface{Write([]byte) (int, error); Sum([]byte) []byte; Reset(); Size() int; BlockSize() int}
    """,
    "html/template": """
        func Must(*Template, error) *Template
        func New(string) *Template
        func ParseFiles(...string) (*Template, error)
        func (*Template) Parse(string) (*Template, error)
        func (*Template) Funcs(FuncMap) *Template
        func (*Template) Execute(io.Writer, any) error
        func (*Template) ExecuteTemplate(io.Writer, string, any) error
        type Template
        type FuncMap map[string]any
        type HTML string
    """,
    "image": """
        func Decode(io.Reader) (Image, string, error)
        func DecodeConfig(io.Reader) (Config, string, error)
        type Config
        type Image
    """,
    "image/gif": """
        import image image
        func Decode(io.Reader) (image.Image, error)
    """,
    "image/jpeg": """
        import image image
        func Decode(io.Reader) (image.Image, error)
        func Encode(io.Writer, image.Image, *Options) error
        type Options
    """,
    "image/png": """
        import image image
        func Decode(io.Reader) (image.Image, error)
        func Encode(io.Writer, image.Image) error
    """,
    "iter": """
        type Seq[V any] func(func(V) bool)
        type Seq2[K, V any] func(func(K, V) bool)
    """,
    "io": """
        func ReadAll(Reader) ([]byte, error)
        func Copy(Writer, Reader) (int64, error)
        func NopCloser(Reader) ReadCloser
        func WriteString(Writer, string) (int, error)
        func TeeReader(Reader, Writer) Reader
        func LimitReader(Reader, int64) Reader
        func (Reader) Read([]byte) (int, error)
        func (ReadCloser) Close() error
        func (ReadCloser) Read([]byte) (int, error)
        type Reader interface{Read([]byte) (int, error)}
        type Writer interface{Write([]byte) (int, error)}
        type Closer interface{Close() error}
        type ReadCloser interface{Reader; Closer}
        type WriteCloser interface{Writer; Closer}
        type ReadWriter interface{Reader; Writer}
        type ReadWriteCloser interface{Reader; Writer; Closer}
        type ReaderAt interface{ReadAt([]byte, int64) (int, error)}
        type WriterAt interface{WriteAt([]byte, int64) (int, error)}
        type Seeker interface{Seek(int64, int) (int64, error)}
        type ReadSeeker interface{Reader; Seeker}
        type ReadSeekCloser interface{Reader; Seeker; Closer}
        type StringWriter interface{WriteString(string) (int, error)}
        var EOF error
        var Discard Writer
    """,
    "io/ioutil": """
        func ReadAll(io.Reader) ([]byte, error)
        func ReadFile(string) ([]byte, error)
        func WriteFile(string, []byte, os.FileMode) error
        func NopCloser(io.Reader) io.ReadCloser
        func TempFile(string, string) (*os.File, error)
        func TempDir(string, string) (string, error)
        func ReadDir(string) ([]os.FileInfo, error)
    """,
    "io/fs": """
        type FileMode uint32
    """,
    "log": """
        func New(io.Writer, string, int) *Logger
        func Default() *Logger
        func (*Logger) Fatal(...any)
        func (*Logger) Fatalf(string, ...any)
        func (*Logger) Fatalln(...any)
        func (*Logger) Panic(...any)
        func (*Logger) Panicf(string, ...any)
        func (*Logger) Panicln(...any)
        func (*Logger) Print(...any)
        func (*Logger) Printf(string, ...any)
        func (*Logger) Println(...any)
        func Fatal(...any)
        func Fatalf(string, ...any)
        func Fatalln(...any)
        func Panic(...any)
        func Panicf(string, ...any)
        func Panicln(...any)
        func Print(...any)
        func Printf(string, ...any)
        func Println(...any)
        func SetFlags(int)
        func SetOutput(io.Writer)
        func SetPrefix(string)
        type Logger
    """,
    "log/slog": _SLOG,
    "net": """
        func Dial(string, string) (Conn, error)
        func DialTimeout(string, string, time.Duration) (Conn, error)
        func LookupAddr(string) ([]string, error)
        func LookupCNAME(string) (string, error)
        func LookupHost(string) ([]string, error)
        func LookupIP(string) ([]IP, error)
        func LookupMX(string) ([]*MX, error)
        func LookupTXT(string) ([]string, error)
        func ParseCIDR(string) (IP, *IPNet, error)
        func ParseIP(string) IP
        type Conn
        type Dialer
        type IP
        type IPNet
        type Listener
        type MX
    """,
    "net/http": """
        func Get(string) (*Response, error)
        func Head(string) (*Response, error)
        func Post(string, string, io.Reader) (*Response, error)
        func PostForm(string, url.Values) (*Response, error)
        func NewRequest(string, string, io.Reader) (*Request, error)
        func NewRequestWithContext(context.Context, string, string, io.Reader) (*Request, error)
        func NewServeMux() *ServeMux
        func StatusText(int) string
        func DetectContentType([]byte) string
        func StripPrefix(string, Handler) Handler
        func FileServer(FileSystem) Handler
        func NotFoundHandler() Handler
        func TimeoutHandler(Handler, time.Duration, string) Handler
        func Error(ResponseWriter, string, int)
        func Handle(string, Handler)
        func HandleFunc(string, func(ResponseWriter, *Request))
        func ListenAndServe(string, Handler) error
        func ListenAndServeTLS(string, string, string, Handler) error
        func (*Client) Do(*Request) (*Response, error)
        func (*Client) Get(string) (*Response, error)
        func (*Client) Head(string) (*Response, error)
        func (*Client) Post(string, string, io.Reader) (*Response, error)
        func (*Client) PostForm(string, url.Values) (*Response, error)
        func (*Client) CloseIdleConnections()
        func (HandlerFunc) ServeHTTP(ResponseWriter, *Request)
        func (*ServeMux) ServeHTTP(ResponseWriter, *Request)
        func (*ServeMux) Handle(string, Handler)
        func (*ServeMux) HandleFunc(string, func(ResponseWriter, *Request))
        func (*Server) ListenAndServe() error
        func (*Server) Serve(net.Listener) error
        func (*Server) Shutdown(context.Context) error
        func (*Request) Context() context.Context
        func (*Request) WithContext(context.Context) *Request
        func (*Request) Clone(context.Context) *Request
        func (*Request) FormValue(string) string
        func (*Request) PathValue(string) string
        func (*Request) Cookie(string) (*Cookie, error)
        func (*Request) UserAgent() string
        func (*Transport) Clone() *Transport
        func (*Transport) RoundTrip(*Request) (*Response, error)
        func (Header) Add(string, string)
        func (Header) Set(string, string)
        func (Header) Get(string) string
        func (Header) Del(string)
        func (Header) Values(string) []string
        func (Header) Clone() Header
        func (ResponseWriter) Header() Header
        func (ResponseWriter) Write([]byte) (int, error)
        func (ResponseWriter) WriteHeader(int)
        type Client struct{Transport RoundTripper; Jar CookieJar; Timeout time.Duration}
        type Cookie struct{Name string; Value string; Path string; Domain string; Secure bool; HttpOnly bool}
        type CookieJar
        type FileSystem
        type Handler interface{ServeHTTP(ResponseWriter, *Request)}
        type HandlerFunc func(ResponseWriter, *Request)
        type Header map[string][]string
        type Request struct{Method string; URL *url.URL; Proto string; Header Header; Body io.ReadCloser; ContentLength int64; Host string; Form url.Values; PostForm url.Values; RemoteAddr string; RequestURI string; TLS *tls.ConnectionState; Response *Response; Pattern string}
        type Response struct{Status string; StatusCode int; Proto string; Header Header; Body io.ReadCloser; ContentLength int64; Request *Request}
        type ResponseWriter interface{Header() Header; Write([]byte) (int, error); WriteHeader(int)}
        type RoundTripper interface{RoundTrip(*Request) (*Response, error)}
        type ServeMux
        type Server struct{Addr string; Handler Handler; ReadTimeout time.Duration; WriteTimeout time.Duration}
        type Transport
        var DefaultClient *Client
        var DefaultTransport RoundTripper
        var DefaultServeMux *ServeMux
        var NoBody io.ReadCloser
        const MethodGet = "GET"
        const MethodHead = "HEAD"
        const MethodPost = "POST"
        const MethodPut = "PUT"
        const MethodPatch = "PATCH"
        const MethodDelete = "DELETE"
        const MethodOptions = "OPTIONS"
        const StatusContinue = 100
        const StatusOK = 200
        const StatusCreated = 201
        const StatusAccepted = 202
        const StatusNoContent = 204
        const StatusPartialContent = 206
        const StatusMultiStatus = 207
        const StatusMovedPermanently = 301
        const StatusFound = 302
        const StatusSeeOther = 303
        const StatusNotModified = 304
        const StatusTemporaryRedirect = 307
        const StatusPermanentRedirect = 308
        const StatusBadRequest = 400
        const StatusUnauthorized = 401
        const StatusPaymentRequired = 402
        const StatusForbidden = 403
        const StatusNotFound = 404
        const StatusMethodNotAllowed = 405
        const StatusNotAcceptable = 406
        const StatusRequestTimeout = 408
        const StatusConflict = 409
        const StatusGone = 410
        const StatusPreconditionFailed = 412
        const StatusRequestEntityTooLarge = 413
        const StatusUnsupportedMediaType = 415
        const StatusTeapot = 418
        const StatusUnprocessableEntity = 422
        const StatusTooManyRequests = 429
        const StatusInternalServerError = 500
        const StatusNotImplemented = 501
        const StatusBadGateway = 502
        const StatusServiceUnavailable = 503
        const StatusGatewayTimeout = 504
    """,
    "net/mail": """
        func ParseAddress(string) (*Address, error)
        func ParseAddressList(string) ([]*Address, error)
        type Address
    """,
    "net/url": """
        func Parse(string) (*URL, error)
        func ParseRequestURI(string) (*URL, error)
        func ParseQuery(string) (Values, error)
        func QueryEscape(string) string
        func QueryUnescape(string) (string, error)
        func PathEscape(string) string
        func PathUnescape(string) (string, error)
        func JoinPath(string, ...string) (string, error)
        func (*URL) String() string
        func (*URL) Query() Values
        func (*URL) Hostname() string
        func (*URL) Port() string
        func (Values) Add(string, string)
        func (Values) Set(string, string)
        func (Values) Get(string) string
        func (Values) Del(string)
        func (Values) Encode() string
        func (Values) Has(string) bool
        type URL struct{Scheme string; Host string; Path string; RawQuery string; Fragment string; RawPath string}
        type Values map[string][]string
    """,
    "os": """
        func Getenv(string) string
        func LookupEnv(string) (string, bool)
        func Setenv(string, string) error
        func Unsetenv(string) error
        func Environ() []string
        func ExpandEnv(string) string
        func Expand(string, func(string) string) string
        func Exit(int)
        func Open(string) (*File, error)
        func Create(string) (*File, error)
        func CreateTemp(string, string) (*File, error)
        func OpenFile(string, int, FileMode) (*File, error)
        func ReadFile(string) ([]byte, error)
        func WriteFile(string, []byte, FileMode) error
        func ReadDir(string) ([]DirEntry, error)
        func Mkdir(string, FileMode) error
        func MkdirAll(string, FileMode) error
        func MkdirTemp(string, string) (string, error)
        func Remove(string) error
        func RemoveAll(string) error
        func Rename(string, string) error
        func Stat(string) (FileInfo, error)
        func TempDir() string
        func Getwd() (string, error)
        func Hostname() (string, error)
        func Executable() (string, error)
        func IsNotExist(error) bool
        func (*File) Close() error
        func (*File) Name() string
        func (*File) Read([]byte) (int, error)
        func (*File) Write([]byte) (int, error)
        func (*File) WriteString(string) (int, error)
        func (*File) Stat() (FileInfo, error)
        func (FileInfo) Name() string
        func (FileInfo) Size() int64
        func (FileInfo) IsDir() bool
        type DirEntry
        type File
        type FileInfo
        type FileMode uint32
        type Signal
        var Args []string
        var Stdin *File
        var Stdout *File
        var Stderr *File
        var ErrNotExist error
    """,
    "os/exec": """
        func Command(string, ...string) *Cmd
        func CommandContext(context.Context, string, ...string) *Cmd
        func LookPath(string) (string, error)
        func (*Cmd) Run() error
        func (*Cmd) Start() error
        func (*Cmd) Wait() error
        func (*Cmd) Output() ([]byte, error)
        func (*Cmd) CombinedOutput() ([]byte, error)
        func (*Cmd) StdinPipe() (io.WriteCloser, error)
        func (*Cmd) StdoutPipe() (io.ReadCloser, error)
        func (*Cmd) StderrPipe() (io.ReadCloser, error)
        type Cmd struct{Path string; Args []string; Env []string; Dir string; Stdin io.Reader; Stdout io.Writer; Stderr io.Writer}
    """,
    "path": """
        func Base(string) string
        func Clean(string) string
        func Dir(string) string
        func Ext(string) string
        func Join(...string) string
    """,
    "path/filepath": """
        func Abs(string) (string, error)
        func Base(string) string
        func Clean(string) string
        func Dir(string) string
        func Ext(string) string
        func Join(...string) string
        func Glob(string) ([]string, error)
    """,
    "reflect": """
        func TypeOf(any) Type
        func ValueOf(any) Value
        func DeepEqual(any, any) bool
        type Type
        type Value
    """,
    "regexp": """
        func Compile(string) (*Regexp, error)
        func CompilePOSIX(string) (*Regexp, error)
        func MustCompile(string) *Regexp
        func MustCompilePOSIX(string) *Regexp
        func MatchString(string, string) (bool, error)
        func QuoteMeta(string) string
        func (*Regexp) MatchString(string) bool
        func (*Regexp) Match([]byte) bool
        func (*Regexp) FindString(string) string
        func (*Regexp) FindStringSubmatch(string) []string
        func (*Regexp) FindAllString(string, int) []string
        func (*Regexp) FindAllStringSubmatch(string, int) [][]string
        func (*Regexp) ReplaceAllString(string, string) string
        func (*Regexp) Split(string, int) []string
        func (*Regexp) String() string
        type Regexp
    """,
    "strconv": """
        func Atoi(string) (int, error)
        func Itoa(int) string
        func ParseBool(string) (bool, error)
        func ParseFloat(string, int) (float64, error)
        func ParseInt(string, int, int) (int64, error)
        func ParseUint(string, int, int) (uint64, error)
        func FormatInt(int64, int) string
        func FormatBool(bool) string
        func Quote(string) string
    """,
    "strings": """
        func Contains(string, string) bool
        func ContainsAny(string, string) bool
        func Count(string, string) int
        func Cut(string, string) (string, string, bool)
        func CutPrefix(string, string) (string, bool)
        func CutSuffix(string, string) (string, bool)
        func EqualFold(string, string) bool
        func Fields(string) []string
        func HasPrefix(string, string) bool
        func HasSuffix(string, string) bool
        func Index(string, string) int
        func LastIndex(string, string) int
        func Join([]string, string) string
        func NewReader(string) *Reader
        func NewReplacer(...string) *Replacer
        func Repeat(string, int) string
        func Replace(string, string, string, int) string
        func ReplaceAll(string, string, string) string
        func Split(string, string) []string
        func SplitN(string, string, int) []string
        func Title(string) string
        func ToLower(string) string
        func ToUpper(string) string
        func Trim(string, string) string
        func TrimLeft(string, string) string
        func TrimPrefix(string, string) string
        func TrimRight(string, string) string
        func TrimSpace(string) string
        func TrimSuffix(string, string) string
        func (*Builder) String() string
        func (*Builder) Len() int
        func (*Builder) WriteString(string) (int, error)
        func (*Builder) Write([]byte) (int, error)
        func (*Reader) Read([]byte) (int, error)
        func (*Replacer) Replace(string) string
        type Builder
        type Reader
        type Replacer
    """,
    "sync": """
        func OnceFunc(func()) func()
        func OnceValue[T any](func() T) func() T
        func OnceValues[A any, B any](func() (A, B)) func() (A, B)
        func NewCond(Locker) *Cond
        func (*Once) Do(func())
        func (*Mutex) Lock()
        func (*Mutex) Unlock()
        func (*Mutex) TryLock() bool
        func (*RWMutex) Lock()
        func (*RWMutex) Unlock()
        func (*RWMutex) RLock()
        func (*RWMutex) RUnlock()
        func (*WaitGroup) Add(int)
        func (*WaitGroup) Done()
        func (*WaitGroup) Wait()
        func (*WaitGroup) Go(func())
        func (*Map) Load(any) (any, bool)
        func (*Map) Store(any, any)
        func (*Map) LoadOrStore(any, any) (any, bool)
        func (*Map) Delete(any)
        func (*Pool) Get() any
        func (*Pool) Put(any)
        type Cond
        type Locker interface{Lock(); Unlock()}
        type Map
        type Mutex
        type Once
        type Pool struct{New func() any}
        type RWMutex
        type WaitGroup
    """,
    "sync/atomic": """
        func (*Bool) Load() bool
        func (*Bool) Store(bool)
        func (*Bool) CompareAndSwap(bool, bool) bool
        func (*Bool) Swap(bool) bool
        func (*Int32) Load() int32
        func (*Int32) Store(int32)
        func (*Int32) Add(int32) int32
        func (*Int64) Load() int64
        func (*Int64) Store(int64)
        func (*Int64) Add(int64) int64
        func (*Pointer) Load() *T
        func (*Pointer) Store(*T)
        func (*Pointer) CompareAndSwap(*T, *T) bool
        func (*Value) Load() any
        func (*Value) Store(any)
        type Bool
        type Int32
        type Int64
        type Pointer[T any]
        type Value
    """,
    "syscall": """
        func Getenv(string) (string, bool)
        func Exit(int)
    """,
    "text/template": """
        func Must(*Template, error) *Template
        func New(string) *Template
        func ParseFiles(...string) (*Template, error)
        func (*Template) Parse(string) (*Template, error)
        func (*Template) Funcs(FuncMap) *Template
        func (*Template) Execute(io.Writer, any) error
        func (*Template) ExecuteTemplate(io.Writer, string, any) error
        type Template
        type FuncMap map[string]any
    """,
    "time": """
        func Now() Time
        func Date(int, Month, int, int, int, int, int, *Location) Time
        func Parse(string, string) (Time, error)
        func ParseDuration(string) (Duration, error)
        func ParseInLocation(string, string, *Location) (Time, error)
        func LoadLocation(string) (*Location, error)
        func Since(Time) Duration
        func Until(Time) Duration
        func Sleep(Duration)
        func Unix(int64, int64) Time
        func UnixMilli(int64) Time
        func After(Duration) <-chan Time
        func AfterFunc(Duration, func()) *Timer
        func NewTimer(Duration) *Timer
        func NewTicker(Duration) *Ticker
        func Tick(Duration) <-chan Time
        func (Time) Add(Duration) Time
        func (Time) AddDate(int, int, int) Time
        func (Time) After(Time) bool
        func (Time) Before(Time) bool
        func (Time) Day() int
        func (Time) Equal(Time) bool
        func (Time) Format(string) string
        func (Time) Hour() int
        func (Time) In(*Location) Time
        func (Time) IsZero() bool
        func (Time) Local() Time
        func (Time) Minute() int
        func (Time) Month() Month
        func (Time) String() string
        func (Time) Sub(Time) Duration
        func (Time) Truncate(Duration) Time
        func (Time) UTC() Time
        func (Time) Unix() int64
        func (Time) UnixMilli() int64
        func (Time) UnixNano() int64
        func (Time) Weekday() Weekday
        func (Time) Year() int
        func (*Timer) Stop() bool
        func (*Timer) Reset(Duration) bool
        func (*Ticker) Stop()
        func (Duration) Hours() float64
        func (Duration) Milliseconds() int64
        func (Duration) Minutes() float64
        func (Duration) Seconds() float64
        func (Duration) String() string
        func (Month) String() string
        func (Weekday) String() string
        type Duration int64
        type Location
        type Month int
        type Ticker struct{C <-chan Time}
        type Time
        type Timer struct{C <-chan Time}
        type Weekday int
        var UTC *Location
        var Local *Location
        const Nanosecond Duration = 1
        const Microsecond Duration = 1000
        const Millisecond Duration = 1000000
        const Second Duration = 1000000000
        const Minute Duration = 60000000000
        const Hour Duration = 3600000000000
        const RFC3339 = "2006-01-02T15:04:05Z07:00"
        const RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
        const RFC1123 = "Mon, 02 Jan 2006 15:04:05 MST"
        const DateOnly = "2006-01-02"
    """,
    "github.com/aws/aws-lambda-go/lambda": """
        func Start(any)
        func StartWithOptions(any, ...Option)
        func StartWithContext(context.Context, any)
        func StartHandler(Handler)
        func StartHandlerWithContext(context.Context, Handler)
        func NewHandler(any) Handler
        func NewHandlerWithOptions(any, ...Option) Handler
        func WithContext(context.Context) Option
        func WithContextValue(any, any) Option
        func WithEnableSIGTERM(...func()) Option
        func WithSetEscapeHTML(bool) Option
        func WithSetIndent(string, string) Option
        func WithUseNumber(bool) Option
        func WithDisallowUnknownFields(bool) Option
        func (Handler) Invoke(context.Context, []byte) ([]byte, error)
        type Handler interface{Invoke(context.Context, []byte) ([]byte, error)}
        type Option
    """,
    "github.com/aws/aws-lambda-go/lambdacontext": """
        func FromContext(context.Context) (*LambdaContext, bool)
        func NewContext(context.Context, *LambdaContext) context.Context
        type LambdaContext struct{AwsRequestID string; InvokedFunctionArn string; Identity CognitoIdentity; ClientContext ClientContext}
        type CognitoIdentity struct{CognitoIdentityID string; CognitoIdentityPoolID string}
        type ClientContext
        var FunctionName string
        var FunctionVersion string
        var LogGroupName string
        var LogStreamName string
        var MemoryLimitInMB int
    """,
    "github.com/aws/aws-lambda-go/cfn": """
        func LambdaWrap(CustomResourceFunction) CustomResourceLambdaFunction
        func NewResponse(*Event) *Response
        type CustomResourceFunction func(context.Context, Event) (string, map[string]any, error)
        type CustomResourceLambdaFunction func(context.Context, Event) (string, error)
        type Event struct{RequestType RequestType; RequestID string; ResponseURL string; ResourceType string; PhysicalResourceID string; LogicalResourceID string; StackID string; ResourceProperties map[string]any; OldResourceProperties map[string]any}
        type RequestType string
        type Response struct{Status StatusType; RequestID string; LogicalResourceID string; StackID string; PhysicalResourceID string; Reason string; NoEcho bool; Data map[string]any}
        type StatusType string
    """,
    "github.com/aws/aws-sdk-go-v2/aws": """
        func String(string) *string
        func ToString(*string) string
        func StringSlice([]string) []*string
        func ToStringSlice([]*string) []string
        func Int(int) *int
        func Int32(int32) *int32
        func Int64(int64) *int64
        func ToInt(*int) int
        func ToInt32(*int32) int32
        func ToInt64(*int64) int64
        func Bool(bool) *bool
        func ToBool(*bool) bool
        func Float64(float64) *float64
        func Time(time.Time) *time.Time
        func ToTime(*time.Time) time.Time
        func NewConfig() *Config
        func NewCredentialsCache(CredentialsProvider, ...func(*CredentialsCacheOptions)) *CredentialsCache
        func (Config) Copy() Config
        func (CredentialsProvider) Retrieve(context.Context) (Credentials, error)
        type Config struct{Region string; Credentials CredentialsProvider; HTTPClient HTTPClient; BaseEndpoint *string; RetryMaxAttempts int}
        type Credentials struct{AccessKeyID string; SecretAccessKey string; SessionToken string; Source string}
        type CredentialsCache
        type CredentialsProvider interface{Retrieve(context.Context) (Credentials, error)}
        type HTTPClient interface{Do(*http.Request) (*http.Response, error)}
    """,
    "github.com/aws/aws-sdk-go-v2/config": """
        func LoadDefaultConfig(context.Context, ...func(*LoadOptions) error) (aws.Config, error)
        func WithRegion(string) LoadOptionsFunc
        func WithSharedConfigProfile(string) LoadOptionsFunc
        func WithCredentialsProvider(aws.CredentialsProvider) LoadOptionsFunc
        type LoadOptions
        type LoadOptionsFunc func(*LoadOptions) error
    """,
    "github.com/aws/aws-sdk-go-v2/credentials": """
        func NewStaticCredentialsProvider(string, string, string) StaticCredentialsProvider
        type StaticCredentialsProvider
    """,
    "github.com/aws/aws-sdk-go-v2/credentials/stscreds": """
        import sts github.com/aws/aws-sdk-go-v2/service/sts
        func NewAssumeRoleProvider(AssumeRoleAPIClient, string, ...func(*AssumeRoleOptions)) *AssumeRoleProvider
        type AssumeRoleAPIClient
        type AssumeRoleOptions
        type AssumeRoleProvider
    """,
    "github.com/aws/aws-sdk-go-v2/feature/s3/manager": """
        func NewUploader(UploadAPIClient, ...func(*Uploader)) *Uploader
        func NewDownloader(DownloadAPIClient, ...func(*Downloader)) *Downloader
        func NewWriteAtBuffer([]byte) *WriteAtBuffer
        func (Uploader) Upload(context.Context, *s3.PutObjectInput, ...func(*Uploader)) (*UploadOutput, error)
        func (Downloader) Download(context.Context, io.WriterAt, *s3.GetObjectInput, ...func(*Downloader)) (int64, error)
        func (*WriteAtBuffer) Bytes() []byte
        import s3 github.com/aws/aws-sdk-go-v2/service/s3
        type DownloadAPIClient
        type Downloader
        type UploadAPIClient
        type Uploader
        type UploadOutput struct{Location string; UploadID string; ETag *string; Key *string}
        type WriteAtBuffer
    """,
    "github.com/aws/aws-sdk-go-v2/feature/s3/transfermanager": """
        func New(S3APIClient, ...func(*Options)) *Client
        type Client
        type Options
        type S3APIClient
    """,
    "github.com/aws/aws-sdk-go-v2/feature/rds/auth": """
        func BuildAuthToken(context.Context, string, string, string, aws.CredentialsProvider, ...func(*BuildAuthTokenOptions)) (string, error)
        type BuildAuthTokenOptions
    """,
    "github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue": """
        import types github.com/aws/aws-sdk-go-v2/service/dynamodb/types
        func Marshal(any) (types.AttributeValue, error)
        func MarshalMap(any) (map[string]types.AttributeValue, error)
        func MarshalList(any) ([]types.AttributeValue, error)
        func Unmarshal(types.AttributeValue, any) error
        func UnmarshalMap(map[string]types.AttributeValue, any) error
        func UnmarshalListOfMaps([]map[string]types.AttributeValue, any) error
    """,
    "github.com/aws/aws-sdk-go-v2/feature/dynamodb/expression": """
        func NewBuilder() Builder
        func (Builder) Build() (Expression, error)
        func (Builder) WithCondition(ConditionBuilder) Builder
        func (Builder) WithFilter(ConditionBuilder) Builder
        func (Builder) WithKeyCondition(KeyConditionBuilder) Builder
        func (Builder) WithUpdate(UpdateBuilder) Builder
        type Builder
        type ConditionBuilder
        type Expression
        type KeyConditionBuilder
        type UpdateBuilder
    """,
    "github.com/aws/aws-sdk-go/aws": """
        func NewConfig() *Config
        func String(string) *string
        func StringValue(*string) string
        func StringSlice([]string) []*string
        func StringValueSlice([]*string) []string
        func Int(int) *int
        func Int64(int64) *int64
        func Int64Value(*int64) int64
        func IntValue(*int) int
        func Bool(bool) *bool
        func BoolValue(*bool) bool
        func Time(time.Time) *time.Time
        func TimeValue(*time.Time) time.Time
        func BackgroundContext() context.Context
        func (*Config) WithRegion(string) *Config
        func (*Config) WithEndpoint(string) *Config
        func (*Config) WithHTTPClient(*http.Client) *Config
        func (*Config) WithMaxRetries(int) *Config
        type Config struct{Region *string; Endpoint *string; HTTPClient *http.Client; MaxRetries *int}
        type Context context.Context
    """,
    "github.com/aws/aws-sdk-go/aws/session": """
        import aws github.com/aws/aws-sdk-go/aws
        func New(...*aws.Config) *Session
        func NewSession(...*aws.Config) (*Session, error)
        func NewSessionWithOptions(Options) (*Session, error)
        func Must(*Session, error) *Session
        func (*Session) Copy(...*aws.Config) *Session
        type Options struct{Profile string; Config aws.Config; SharedConfigState SharedConfigState}
        type Session struct{Config *aws.Config}
        type SharedConfigState int
    """,
    "github.com/aws/aws-sdk-go/aws/credentials": """
        func NewStaticCredentials(string, string, string) *Credentials
        func NewEnvCredentials() *Credentials
        type Credentials
    """,
    "github.com/aws/aws-sdk-go/aws/credentials/stscreds": """
        import credentials github.com/aws/aws-sdk-go/aws/credentials
        func NewCredentials(any, string, ...func(*AssumeRoleProvider)) *credentials.Credentials
        type AssumeRoleProvider
    """,
    "github.com/aws/aws-sdk-go/service/s3/s3manager": """
        func NewUploader(any, ...func(*Uploader)) *Uploader
        func NewUploaderWithClient(any, ...func(*Uploader)) *Uploader
        func NewDownloader(any, ...func(*Downloader)) *Downloader
        func NewDownloaderWithClient(any, ...func(*Downloader)) *Downloader
        func (Uploader) Upload(*UploadInput, ...func(*Uploader)) (*UploadOutput, error)
        func (Uploader) UploadWithContext(context.Context, *UploadInput, ...func(*Uploader)) (*UploadOutput, error)
        func (Downloader) Download(io.WriterAt, *s3.GetObjectInput, ...func(*Downloader)) (int64, error)
        import s3 github.com/aws/aws-sdk-go/service/s3
        type Downloader
        type Uploader
        type UploadInput
        type UploadOutput
    """,
    "github.com/aws/aws-sdk-go/service/dynamodb/dynamodbattribute": """
        import dynamodb github.com/aws/aws-sdk-go/service/dynamodb
        func Marshal(any) (*dynamodb.AttributeValue, error)
        func MarshalMap(any) (map[string]*dynamodb.AttributeValue, error)
        func Unmarshal(*dynamodb.AttributeValue, any) error
        func UnmarshalMap(map[string]*dynamodb.AttributeValue, any) error
        func UnmarshalListOfMaps([]map[string]*dynamodb.AttributeValue, any) error
    """,
    "github.com/google/uuid": """
        func New() UUID
        func NewString() string
        func NewRandom() (UUID, error)
        func NewUUID() (UUID, error)
        func NewV6() (UUID, error)
        func NewV7() (UUID, error)
        func Parse(string) (UUID, error)
        func MustParse(string) UUID
        func (UUID) String() string
        type UUID [16]byte
    """,
    "github.com/jackc/pgx/v5": """
        func Connect(context.Context, string) (*Conn, error)
        func ConnectConfig(context.Context, *ConnConfig) (*Conn, error)
        func ParseConfig(string) (*ConnConfig, error)
        func (*Conn) Begin(context.Context) (Tx, error)
        func (*Conn) Close(context.Context) error
        func (*Conn) Exec(context.Context, string, ...any) (pgconn.CommandTag, error)
        func (*Conn) Ping(context.Context) error
        func (*Conn) Query(context.Context, string, ...any) (Rows, error)
        func (*Conn) QueryRow(context.Context, string, ...any) Row
        func (Tx) Commit(context.Context) error
        func (Tx) Rollback(context.Context) error
        func (Tx) Exec(context.Context, string, ...any) (pgconn.CommandTag, error)
        func (Tx) Query(context.Context, string, ...any) (Rows, error)
        func (Tx) QueryRow(context.Context, string, ...any) Row
        func (Rows) Close()
        func (Rows) Err() error
        func (Rows) Next() bool
        func (Rows) Scan(...any) error
        func (Row) Scan(...any) error
        type Conn
        type ConnConfig
        type Row
        type Rows
        type Tx
    """,
    "github.com/jackc/pgx/v5/pgxpool": """
        func New(context.Context, string) (*Pool, error)
        func NewWithConfig(context.Context, *Config) (*Pool, error)
        func ParseConfig(string) (*Config, error)
        func (*Pool) Acquire(context.Context) (*Conn, error)
        func (*Pool) Begin(context.Context) (pgx.Tx, error)
        func (*Pool) Close()
        func (*Pool) Exec(context.Context, string, ...any) (pgconn.CommandTag, error)
        func (*Pool) Ping(context.Context) error
        func (*Pool) Query(context.Context, string, ...any) (pgx.Rows, error)
        func (*Pool) QueryRow(context.Context, string, ...any) pgx.Row
        type Config
        type Conn
        type Pool
    """,
    "github.com/jackc/pgx/v4": """
        func Connect(context.Context, string) (*Conn, error)
        func (*Conn) Close(context.Context) error
        func (*Conn) Query(context.Context, string, ...any) (Rows, error)
        func (*Conn) QueryRow(context.Context, string, ...any) Row
        type Conn
        type Row
        type Rows
    """,
    "github.com/jackc/pgx/v4/pgxpool": """
        func Connect(context.Context, string) (*Pool, error)
        func ConnectConfig(context.Context, *Config) (*Pool, error)
        func ParseConfig(string) (*Config, error)
        func (*Pool) Close()
        type Config
        type Pool
    """,
    "github.com/XSAM/otelsql": """
        type Option
        func Open(string, string, ...Option) (*sql.DB, error)
        func OpenDB(driver.Connector, ...Option) *sql.DB
    """,
    "github.com/uptrace/opentelemetry-go-extra/otelsql": """
        type Option
        func Open(string, string, ...Option) (*sql.DB, error)
        func OpenDB(driver.Connector, ...Option) *sql.DB
    """,
    "github.com/aws/aws-xray-sdk-go/xray": """
        func SQLContext(string, string) (*sql.DB, error)
    """,
    "github.com/aws/aws-xray-sdk-go/v2/xray": """
        func SQLContext(string, string) (*sql.DB, error)
    """,
    "gopkg.in/DataDog/dd-trace-go.v1/contrib/database/sql": """
        type Option
        func Open(string, string, ...Option) (*sql.DB, error)
        func OpenDB(driver.Connector, ...Option) *sql.DB
    """,
    "github.com/DataDog/dd-trace-go/contrib/database/sql/v2": """
        type Option
        func Open(string, string, ...Option) (*sql.DB, error)
        func OpenDB(driver.Connector, ...Option) *sql.DB
    """,
    "go.elastic.co/apm/module/apmsql": """
        func Open(string, string) (*sql.DB, error)
    """,
    "go.elastic.co/apm/module/apmsql/v2": """
        func Open(string, string) (*sql.DB, error)
    """,
    "github.com/guregu/dynamo": """
        func New(any, ...any) *DB
        func NewFromIface(any) *DB
        func (*DB) Table(string) Table
        type DB
        type Table
    """,
    "github.com/guregu/dynamo/v2": """
        func New(aws.Config, ...any) *DB
        func NewFromIface(any) *DB
        func (*DB) Table(string) Table
        type DB
        type Table
    """,
    "github.com/go-playground/validator/v10": """
        func New(...Option) *Validate
        func (*Validate) Struct(any) error
        type Option
        type Validate
    """,
    "github.com/jmoiron/sqlx": """
        func Connect(string, string) (*DB, error)
        func ConnectContext(context.Context, string, string) (*DB, error)
        func MustConnect(string, string) *DB
        func MustOpen(string, string) *DB
        func NewDb(*sql.DB, string) *DB
        func Open(string, string) (*DB, error)
        func (*DB) Close() error
        func (*DB) Get(any, string, ...any) error
        func (*DB) GetContext(context.Context, any, string, ...any) error
        func (*DB) Select(any, string, ...any) error
        func (*DB) SelectContext(context.Context, any, string, ...any) error
        func (*DB) NamedExec(string, any) (sql.Result, error)
        func (*DB) NamedExecContext(context.Context, string, any) (sql.Result, error)
        func (*DB) Beginx() (*Tx, error)
        func (*DB) BeginTxx(context.Context, *sql.TxOptions) (*Tx, error)
        func (*DB) Queryx(string, ...any) (*Rows, error)
        func (*DB) QueryxContext(context.Context, string, ...any) (*Rows, error)
        func (*DB) QueryRowx(string, ...any) *Row
        func (*DB) QueryRowxContext(context.Context, string, ...any) *Row
        type DB struct{*sql.DB; Mapper any}
        type Row
        type Rows struct{*sql.Rows}
        type Tx struct{*sql.Tx; Mapper any}
    """,
    "gorm.io/gorm": """
        func Open(Dialector, ...Option) (*DB, error)
        func (*DB) AutoMigrate(...any) error
        func (*DB) Begin(...*sql.TxOptions) *DB
        func (*DB) Commit() *DB
        func (*DB) Create(any) *DB
        func (*DB) DB() (*sql.DB, error)
        func (*DB) Debug() *DB
        func (*DB) Delete(any, ...any) *DB
        func (*DB) Exec(string, ...any) *DB
        func (*DB) Find(any, ...any) *DB
        func (*DB) First(any, ...any) *DB
        func (*DB) Last(any, ...any) *DB
        func (*DB) Limit(int) *DB
        func (*DB) Model(any) *DB
        func (*DB) Offset(int) *DB
        func (*DB) Order(any) *DB
        func (*DB) Preload(string, ...any) *DB
        func (*DB) Raw(string, ...any) *DB
        func (*DB) Rollback() *DB
        func (*DB) Save(any) *DB
        func (*DB) Scan(any) *DB
        func (*DB) Session(*Session) *DB
        func (*DB) Table(string, ...any) *DB
        func (*DB) Take(any, ...any) *DB
        func (*DB) Transaction(func(*DB) error, ...*sql.TxOptions) error
        func (*DB) Update(string, any) *DB
        func (*DB) Updates(any) *DB
        func (*DB) Where(any, ...any) *DB
        func (*DB) WithContext(context.Context) *DB
        type Config
        type DB struct{Error error; RowsAffected int64}
        type Dialector
        type Option
        type Session
    """,
    "github.com/jinzhu/gorm": """
        func Open(string, ...any) (*DB, error)
        func (*DB) Close() error
        func (*DB) Create(any) *DB
        func (*DB) Find(any, ...any) *DB
        func (*DB) First(any, ...any) *DB
        func (*DB) Where(any, ...any) *DB
        type DB struct{Error error; RowsAffected int64}
    """,
    "github.com/redis/go-redis/v9": """
        func NewClient(*Options) *Client
        func NewClusterClient(*ClusterOptions) *ClusterClient
        func NewUniversalClient(*UniversalOptions) UniversalClient
        func ParseURL(string) (*Options, error)
        func (*Client) Close() error
        func (*ClusterClient) Close() error
        func (*Client) Ping(context.Context) *StatusCmd
        func (*Client) Get(context.Context, string) *StringCmd
        func (*Client) Set(context.Context, string, any, time.Duration) *StatusCmd
        func (*Client) Del(context.Context, ...string) *IntCmd
        func (*Client) Expire(context.Context, string, time.Duration) *BoolCmd
        func (*Client) Incr(context.Context, string) *IntCmd
        func (*BoolCmd) Err() error
        func (*BoolCmd) Result() (bool, error)
        func (*IntCmd) Err() error
        func (*IntCmd) Result() (int64, error)
        func (*StringCmd) Err() error
        func (*StringCmd) Result() (string, error)
        func (*StatusCmd) Err() error
        func (*StatusCmd) Result() (string, error)
        type BoolCmd
        type Client
        type ClusterClient
        type ClusterOptions
        type IntCmd
        type Options
        type StatusCmd
        type StringCmd
        type UniversalClient
        type UniversalOptions
    """,
    "github.com/go-redis/redis/v8": """
        func NewClient(*Options) *Client
        func NewClusterClient(*ClusterOptions) *ClusterClient
        func NewUniversalClient(*UniversalOptions) UniversalClient
        func ParseURL(string) (*Options, error)
        func (*Client) Close() error
        func (*Client) Ping(context.Context) *StatusCmd
        func (*Client) Get(context.Context, string) *StringCmd
        func (*Client) Set(context.Context, string, any, time.Duration) *StatusCmd
        func (*Client) Del(context.Context, ...string) *IntCmd
        func (*Client) Expire(context.Context, string, time.Duration) *BoolCmd
        func (*Client) Incr(context.Context, string) *IntCmd
        func (*BoolCmd) Err() error
        func (*BoolCmd) Result() (bool, error)
        func (*IntCmd) Err() error
        func (*IntCmd) Result() (int64, error)
        func (*StringCmd) Err() error
        func (*StringCmd) Result() (string, error)
        func (*StatusCmd) Err() error
        func (*StatusCmd) Result() (string, error)
        type BoolCmd
        type Client
        type ClusterClient
        type ClusterOptions
        type IntCmd
        type Options
        type StatusCmd
        type StringCmd
        type UniversalClient
        type UniversalOptions
    """,
    "github.com/go-redis/redis": """
        func NewClient(*Options) *Client
        func (*Client) Close() error
        type Client
        type Options
    """,
    "github.com/gomodule/redigo/redis": """
        func Dial(string, string, ...DialOption) (Conn, error)
        func DialURL(string, ...DialOption) (Conn, error)
        func (Conn) Close() error
        func (Conn) Do(string, ...any) (any, error)
        func (*Pool) Get() Conn
        func (*Pool) Close() error
        type Conn
        type DialOption
        type Pool
    """,
    "go.mongodb.org/mongo-driver/mongo": """
        import options go.mongodb.org/mongo-driver/mongo/options
        func Connect(context.Context, ...*options.ClientOptions) (*Client, error)
        func NewClient(...*options.ClientOptions) (*Client, error)
        func (*Client) Connect(context.Context) error
        func (*Client) Database(string, ...*options.DatabaseOptions) *Database
        func (*Client) Disconnect(context.Context) error
        func (*Client) Ping(context.Context, any) error
        func (*Database) Collection(string, ...*options.CollectionOptions) *Collection
        func (*Collection) FindOne(context.Context, any, ...any) *SingleResult
        func (*Collection) Find(context.Context, any, ...any) (*Cursor, error)
        func (*Collection) InsertOne(context.Context, any, ...any) (*InsertOneResult, error)
        func (*SingleResult) Decode(any) error
        func (*Cursor) All(context.Context, any) error
        func (*Cursor) Close(context.Context) error
        func (*Cursor) Next(context.Context) bool
        func (*Cursor) Decode(any) error
        type Client
        type Collection
        type Cursor
        type Database
        type InsertOneResult
        type SingleResult
    """,
    "go.mongodb.org/mongo-driver/v2/mongo": """
        import options go.mongodb.org/mongo-driver/v2/mongo/options
        func Connect(...*options.ClientOptions) (*Client, error)
        func (*Client) Database(string, ...any) *Database
        func (*Client) Disconnect(context.Context) error
        func (*Client) Ping(context.Context, any) error
        func (*Database) Collection(string, ...any) *Collection
        type Client
        type Collection
        type Database
    """,
    "go.mongodb.org/mongo-driver/mongo/options": """
        func Client() *ClientOptions
        func (*ClientOptions) ApplyURI(string) *ClientOptions
        type ClientOptions
    """,
    "go.mongodb.org/mongo-driver/v2/mongo/options": """
        func Client() *ClientOptions
        func (*ClientOptions) ApplyURI(string) *ClientOptions
        type ClientOptions
    """,
    "google.golang.org/grpc": """
        func Dial(string, ...DialOption) (*ClientConn, error)
        func DialContext(context.Context, string, ...DialOption) (*ClientConn, error)
        func NewClient(string, ...DialOption) (*ClientConn, error)
        func (*ClientConn) Close() error
        type ClientConn
        type DialOption
    """,
    "go.uber.org/zap": """
        func New(any, ...Option) *Logger
        func NewDevelopment(...Option) (*Logger, error)
        func NewExample(...Option) *Logger
        func NewNop() *Logger
        func NewProduction(...Option) (*Logger, error)
        func NewProductionConfig() Config
        func NewDevelopmentConfig() Config
        func Must(*Logger, error) *Logger
        func L() *Logger
        func S() *SugaredLogger
        func Any(string, any) Field
        func Error(error) Field
        func String(string, string) Field
        func (Config) Build(...Option) (*Logger, error)
        func (*Logger) Sugar() *SugaredLogger
        func (*Logger) With(...Field) *Logger
        func (*Logger) Named(string) *Logger
        func (*Logger) WithOptions(...Option) *Logger
        func (*Logger) Sync() error
        func (*SugaredLogger) With(...any) *SugaredLogger
        func (*SugaredLogger) Named(string) *SugaredLogger
        func (*SugaredLogger) Desugar() *Logger
        func (*SugaredLogger) Sync() error
        type Config
        type Field
        type Logger
        type Option
        type SugaredLogger
    """,
    "github.com/apex/log": """
        func FromContext(context.Context) Interface
        func NewContext(context.Context, Interface) context.Context
        func WithDuration(time.Duration) *Entry
        func WithError(error) *Entry
        func WithField(string, any) *Entry
        func WithFields(Fielder) *Entry
        func (*Entry) WithDuration(time.Duration) *Entry
        func (*Entry) WithError(error) *Entry
        func (*Entry) WithField(string, any) *Entry
        func (*Entry) WithFields(Fielder) *Entry
        func (*Logger) WithDuration(time.Duration) *Entry
        func (*Logger) WithError(error) *Entry
        func (*Logger) WithField(string, any) *Entry
        func (*Logger) WithFields(Fielder) *Entry
        type Entry
        type Fielder
        type Fields map[string]any
        type Interface
        type Logger
    """,
    "github.com/charmbracelet/log": """
        func Default() *Logger
        func FromContext(context.Context) *Logger
        func New(io.Writer) *Logger
        func NewWithOptions(io.Writer, Options) *Logger
        func With(...any) *Logger
        func WithContext(context.Context, *Logger) context.Context
        func WithPrefix(string) *Logger
        func (*Logger) With(...any) *Logger
        func (*Logger) WithPrefix(string) *Logger
        type Logger
        type Options
    """,
    "github.com/sirupsen/logrus": """
        func New() *Logger
        func StandardLogger() *Logger
        func WithField(string, any) *Entry
        func WithFields(Fields) *Entry
        func WithError(error) *Entry
        func WithContext(context.Context) *Entry
        func NewEntry(*Logger) *Entry
        func (*Logger) WithField(string, any) *Entry
        func (*Logger) WithFields(Fields) *Entry
        func (*Logger) WithError(error) *Entry
        func (*Logger) WithContext(context.Context) *Entry
        func (*Entry) WithField(string, any) *Entry
        func (*Entry) WithFields(Fields) *Entry
        func (*Entry) WithError(error) *Entry
        func (*Entry) WithContext(context.Context) *Entry
        func (FieldLogger) WithError(error) *Entry
        func (FieldLogger) WithField(string, any) *Entry
        func (FieldLogger) WithFields(Fields) *Entry
        type Entry
        type FieldLogger
        type Fields map[string]any
        type Logger
    """,
    "github.com/rs/zerolog": """
        func New(io.Writer) Logger
        func Ctx(context.Context) *Logger
        func (Logger) With() Context
        func (Logger) Level(Level) Logger
        func (Logger) Output(io.Writer) Logger
        func (*Logger) Debug() *Event
        func (*Logger) Error() *Event
        func (*Logger) Err(error) *Event
        func (*Logger) Fatal() *Event
        func (*Logger) Info() *Event
        func (*Logger) Panic() *Event
        func (*Logger) Trace() *Event
        func (*Logger) Warn() *Event
        func (Context) Logger() Logger
        func (Context) Caller() Context
        func (Context) Str(string, string) Context
        func (Context) Timestamp() Context
        func (*Event) Any(string, any) *Event
        func (*Event) Bool(string, bool) *Event
        func (*Event) Bytes(string, []byte) *Event
        func (*Event) Ctx(context.Context) *Event
        func (*Event) Dict(string, *Event) *Event
        func (*Event) Dur(string, time.Duration) *Event
        func (*Event) Err(error) *Event
        func (*Event) Fields(any) *Event
        func (*Event) Float64(string, float64) *Event
        func (*Event) Int(string, int) *Event
        func (*Event) Int64(string, int64) *Event
        func (*Event) Interface(string, any) *Event
        func (*Event) RawJSON(string, []byte) *Event
        func (*Event) Str(string, string) *Event
        func (*Event) Strs(string, []string) *Event
        func (*Event) Time(string, time.Time) *Event
        func (*Event) Msg(string)
        func (*Event) Msgf(string, ...any)
        func (*Event) Send()
        type Context
        type Event
        type Level int8
        type Logger
    """,
    "github.com/rs/zerolog/log": """
        import zerolog github.com/rs/zerolog
        func Ctx(context.Context) *zerolog.Logger
        func Debug() *zerolog.Event
        func Err(error) *zerolog.Event
        func Error() *zerolog.Event
        func Fatal() *zerolog.Event
        func Info() *zerolog.Event
        func Panic() *zerolog.Event
        func Trace() *zerolog.Event
        func Warn() *zerolog.Event
        func With() zerolog.Context
        var Logger zerolog.Logger
    """,
    "github.com/gin-gonic/gin": """
        func Default() *Engine
        func New() *Engine
        func Logger() HandlerFunc
        func Recovery() HandlerFunc
        func SetMode(string)
        func (*Context) JSON(int, any)
        func (*Context) String(int, string, ...any)
        func (*Context) Param(string) string
        func (*Context) Query(string) string
        func (*Context) GetHeader(string) string
        func (*Context) ShouldBindJSON(any) error
        func (*Context) Abort()
        func (*Context) AbortWithStatusJSON(int, any)
        func (*Context) Next()
        func (*Engine) Use(...HandlerFunc) IRoutes
        func (*Engine) Group(string, ...HandlerFunc) *RouterGroup
        func (*Engine) Run(...string) error
        func (*Engine) Handle(string, string, ...HandlerFunc) IRoutes
        func (*Engine) GET(string, ...HandlerFunc) IRoutes
        func (*Engine) POST(string, ...HandlerFunc) IRoutes
        func (*Engine) PUT(string, ...HandlerFunc) IRoutes
        func (*Engine) PATCH(string, ...HandlerFunc) IRoutes
        func (*Engine) DELETE(string, ...HandlerFunc) IRoutes
        func (*Engine) OPTIONS(string, ...HandlerFunc) IRoutes
        func (*Engine) Any(string, ...HandlerFunc) IRoutes
        func (*Engine) NoRoute(...HandlerFunc)
        func (*Engine) ServeHTTP(http.ResponseWriter, *http.Request)
        func (*RouterGroup) Use(...HandlerFunc) IRoutes
        func (*RouterGroup) Group(string, ...HandlerFunc) *RouterGroup
        func (*RouterGroup) GET(string, ...HandlerFunc) IRoutes
        func (*RouterGroup) POST(string, ...HandlerFunc) IRoutes
        func (*RouterGroup) PUT(string, ...HandlerFunc) IRoutes
        func (*RouterGroup) PATCH(string, ...HandlerFunc) IRoutes
        func (*RouterGroup) DELETE(string, ...HandlerFunc) IRoutes
        type Context struct{Request *http.Request; Writer ResponseWriter}
        type Engine
        type HandlerFunc func(*Context)
        type IRoutes
        type ResponseWriter
        type RouterGroup
        type H map[string]any
    """,
    "github.com/hashicorp/go-hclog": """
        func New(*LoggerOptions) Logger
        func Default() Logger
        func L() Logger
        type Logger
        type LoggerOptions
    """,
    "github.com/go-kit/log": _KIT_LOG,
    "github.com/go-kit/kit/log": _KIT_LOG,
    "github.com/go-kit/log/level": """
        import log github.com/go-kit/log
        func Debug(log.Logger) log.Logger
        func Error(log.Logger) log.Logger
        func Info(log.Logger) log.Logger
        func Warn(log.Logger) log.Logger
    """,
    "github.com/go-kit/kit/log/level": """
        import log github.com/go-kit/kit/log
        func Debug(log.Logger) log.Logger
        func Error(log.Logger) log.Logger
        func Info(log.Logger) log.Logger
        func Warn(log.Logger) log.Logger
    """,
    "github.com/go-logr/logr": """
        func New(LogSink) Logger
        func FromContext(context.Context) (Logger, error)
        func FromContextOrDiscard(context.Context) Logger
        func (Logger) V(int) Logger
        func (Logger) WithName(string) Logger
        func (Logger) WithValues(...any) Logger
        type LogSink
        type Logger
    """,
    "github.com/inconshreveable/log15": """
        func New(...any) Logger
        func Root() Logger
        type Logger
    """,
    "github.com/m-mizutani/golambda": """
        func NewError(string) *Error
        func NewLambdaLogger(string) *LambdaLogger
        func WrapError(error, ...any) *Error
        func (*Error) With(string, any) *Error
        func (*LambdaLogger) Entry() *LogEntry
        func (*LambdaLogger) With(string, any) *LogEntry
        func (*LogEntry) With(string, any) *LogEntry
        type Error
        type LambdaLogger
        type LogEntry
        var Logger *LambdaLogger
    """,
    "github.com/m-mizutani/zlog": """
        func New(...Option) *Logger
        func (*Logger) Clone(...Option) *Logger
        func (*Logger) Err(error) *Logger
        func (*Logger) With(string, any) *Logger
        type Logger
        type Option
    """,
    "github.com/op/go-logging": """
        func GetLogger(string) (*Logger, error)
        func MustGetLogger(string) *Logger
        type Logger
    """,
    "github.com/labstack/echo": """
        func New() *Echo
        func (*Echo) Group(string, ...MiddlewareFunc) *Group
        func (*Echo) ServeHTTP(http.ResponseWriter, *http.Request)
        func (*Echo) Start(string) error
        func (*Echo) Use(...MiddlewareFunc)
        func (*Group) Group(string, ...MiddlewareFunc) *Group
        func (Context) Request() *http.Request
        const HeaderAuthorization = "Authorization"
        const HeaderCookie = "Cookie"
        type Context
        type Echo
        type Group
        type HandlerFunc func(Context) error
        type MiddlewareFunc func(HandlerFunc) HandlerFunc
    """,
    "github.com/labstack/echo/v4": """
        func New() *Echo
        func (*Echo) Group(string, ...MiddlewareFunc) *Group
        func (*Echo) Use(...MiddlewareFunc)
        func (*Echo) Start(string) error
        func (*Group) Group(string, ...MiddlewareFunc) *Group
        func (Context) JSON(int, any) error
        func (Context) String(int, string) error
        func (Context) NoContent(int) error
        func (Context) Bind(any) error
        func (Context) Param(string) string
        func (Context) QueryParam(string) string
        func (Context) Logger() Logger
        func (Context) Request() *http.Request
        func (*Echo) ServeHTTP(http.ResponseWriter, *http.Request)
        func (Logger) Fatal(...any)
        func (Logger) Fatalf(string, ...any)
        func (Logger) Panic(...any)
        func (Logger) Panicf(string, ...any)
        const HeaderAuthorization = "Authorization"
        const HeaderCookie = "Cookie"
        type Context
        type Echo struct{Logger Logger}
        type Group
        type HandlerFunc func(Context) error
        type Logger
        type MiddlewareFunc func(HandlerFunc) HandlerFunc
    """,
    "github.com/labstack/gommon/log": """
        func New(string) *Logger
        func (*Logger) Fatal(...any)
        func (*Logger) Fatalf(string, ...any)
        func (*Logger) Panic(...any)
        func (*Logger) Panicf(string, ...any)
        type Logger
    """,
    "github.com/gorilla/mux": """
        func NewRouter() *Router
        func Vars(*http.Request) map[string]string
        func (*Router) Get(string) *Route
        func (*Router) Handle(string, http.Handler) *Route
        func (*Router) HandleFunc(string, func(http.ResponseWriter, *http.Request)) *Route
        func (*Router) Headers(...string) *Route
        func (*Router) Host(string) *Route
        func (*Router) Methods(...string) *Route
        func (*Router) Name(string) *Route
        func (*Router) NewRoute() *Route
        func (*Router) Path(string) *Route
        func (*Router) PathPrefix(string) *Route
        func (*Router) Queries(...string) *Route
        func (*Router) Schemes(...string) *Route
        func (*Router) SkipClean(bool) *Router
        func (*Router) StrictSlash(bool) *Router
        func (*Router) UseEncodedPath() *Router
        func (*Router) Use(...MiddlewareFunc)
        func (*Router) ServeHTTP(http.ResponseWriter, *http.Request)
        func (*Route) Handler(http.Handler) *Route
        func (*Route) HandlerFunc(func(http.ResponseWriter, *http.Request)) *Route
        func (*Route) Headers(...string) *Route
        func (*Route) Host(string) *Route
        func (*Route) Methods(...string) *Route
        func (*Route) Name(string) *Route
        func (*Route) Path(string) *Route
        func (*Route) PathPrefix(string) *Route
        func (*Route) Queries(...string) *Route
        func (*Route) Schemes(...string) *Route
        func (*Route) Subrouter() *Router
        type MiddlewareFunc func(http.Handler) http.Handler
        type Route
        type Router
    """,
    "github.com/julienschmidt/httprouter": """
        func New() *Router
        func ParamsFromContext(context.Context) Params
        func (*Router) ServeHTTP(http.ResponseWriter, *http.Request)
        func (Params) ByName(string) string
        type Handle func(http.ResponseWriter, *http.Request, Params)
        type Params
        type Router
    """,
    "github.com/urfave/negroni": """
        func Classic() *Negroni
        func New(...Handler) *Negroni
        func Wrap(http.Handler) Handler
        func WrapFunc(http.HandlerFunc) Handler
        func (*Negroni) ServeHTTP(http.ResponseWriter, *http.Request)
        func (*Negroni) With(...Handler) *Negroni
        type Handler
        type HandlerFunc func(http.ResponseWriter, *http.Request, http.HandlerFunc)
        type Negroni
    """,
    "github.com/justinas/alice": """
        func New(...Constructor) Chain
        func (Chain) Append(...Constructor) Chain
        func (Chain) Extend(Chain) Chain
        func (Chain) Then(http.Handler) http.Handler
        func (Chain) ThenFunc(http.HandlerFunc) http.Handler
        type Chain
        type Constructor func(http.Handler) http.Handler
    """,
    "github.com/rs/cors": """
        func AllowAll() *Cors
        func Default() *Cors
        func New(Options) *Cors
        func (*Cors) Handler(http.Handler) http.Handler
        type Cors
        type Options
    """,
    "github.com/gorilla/handlers": """
        func CombinedLoggingHandler(io.Writer, http.Handler) http.Handler
        func CompressHandler(http.Handler) http.Handler
        func CORS(...CORSOption) func(http.Handler) http.Handler
        func LoggingHandler(io.Writer, http.Handler) http.Handler
        func ProxyHeaders(http.Handler) http.Handler
        func RecoveryHandler(...RecoveryOption) func(http.Handler) http.Handler
        type CORSOption
        type RecoveryOption
    """,
    "github.com/go-chi/chi/v5": """
        func NewMux() *Mux
        func NewRouter() *Mux
        func URLParam(*http.Request, string) string
        func (*Mux) Group(func(Router)) Router
        func (*Mux) Route(string, func(Router)) Router
        func (*Mux) With(...func(http.Handler) http.Handler) Router
        func (Router) Group(func(Router)) Router
        func (Router) Route(string, func(Router)) Router
        func (Router) With(...func(http.Handler) http.Handler) Router
        func (*Mux) Use(...func(http.Handler) http.Handler)
        func (*Mux) ServeHTTP(http.ResponseWriter, *http.Request)
        type Mux
        type Router
    """,
    "github.com/go-chi/chi": """
        func NewMux() *Mux
        func NewRouter() *Mux
        func URLParam(*http.Request, string) string
        func (*Mux) Group(func(Router)) Router
        func (*Mux) Route(string, func(Router)) Router
        func (*Mux) With(...func(http.Handler) http.Handler) Router
        func (Router) Group(func(Router)) Router
        func (Router) Route(string, func(Router)) Router
        func (Router) With(...func(http.Handler) http.Handler) Router
        type Mux
        type Router
    """,
    "github.com/gofiber/fiber": """
        func New(...*Settings) *App
        func (*App) Group(string, ...Handler) Router
        func (*App) Listen(any, ...*tls.Config) error
        const HeaderAuthorization = "Authorization"
        const HeaderCookie = "Cookie"
        type App
        type Ctx
        type Handler
        type Map map[string]any
        type Router
        type Settings
    """,
    "github.com/gofiber/fiber/v3": """
        func New(...Config) *App
        func (*App) Group(string, ...any) Router
        func (*App) Route(string, func(Router), ...string) Router
        func (*App) Use(...any) Router
        const HeaderAuthorization = "Authorization"
        const HeaderCookie = "Cookie"
        type App
        type Config
        type Ctx
        type Map map[string]any
        type Router
    """,
    "github.com/gofiber/fiber/v2": """
        func New(...Config) *App
        func (*App) Group(string, ...Handler) Router
        func (*App) Listen(string) error
        func (*App) Use(...any) Router
        func (*App) Get(string, ...Handler) Router
        func (*App) Post(string, ...Handler) Router
        func (*App) Put(string, ...Handler) Router
        func (*App) Delete(string, ...Handler) Router
        func (*Ctx) JSON(any) error
        func (*Ctx) Status(int) *Ctx
        func (*Ctx) SendString(string) error
        func (*Ctx) BodyParser(any) error
        func (*Ctx) Params(string, ...string) string
        func (*Ctx) Query(string, ...string) string
        func (*Ctx) Context() any
        func (*Ctx) UserContext() context.Context
        const HeaderAuthorization = "Authorization"
        const HeaderCookie = "Cookie"
        type App
        type Config
        type Ctx
        type Handler func(*Ctx) error
        type Map map[string]any
        type Router
    """,
    "github.com/awslabs/aws-lambda-go-api-proxy/gin": """
        import gin github.com/gin-gonic/gin
        import events github.com/aws/aws-lambda-go/events
        func New(*gin.Engine) *GinLambda
        func NewV2(*gin.Engine) *GinLambdaV2
        func NewALB(*gin.Engine) *GinLambdaALB
        func (*GinLambda) Proxy(events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error)
        func (*GinLambda) ProxyWithContext(context.Context, events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error)
        func (*GinLambdaV2) ProxyWithContext(context.Context, events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error)
        type GinLambda
        type GinLambdaV2
        type GinLambdaALB
    """,
    "github.com/awslabs/aws-lambda-go-api-proxy/echo": """
        import echo github.com/labstack/echo/v4
        import events github.com/aws/aws-lambda-go/events
        func New(*echo.Echo) *EchoLambda
        func NewV2(*echo.Echo) *EchoLambdaV2
        func (*EchoLambda) ProxyWithContext(context.Context, events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error)
        func (*EchoLambdaV2) ProxyWithContext(context.Context, events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error)
        type EchoLambda
        type EchoLambdaV2
    """,
    "github.com/awslabs/aws-lambda-go-api-proxy/httpadapter": """
        import events github.com/aws/aws-lambda-go/events
        func New(http.Handler) *HandlerAdapter
        func NewV2(http.Handler) *HandlerAdapterV2
        func NewALB(http.Handler) *HandlerAdapterALB
        func (*HandlerAdapter) ProxyWithContext(context.Context, events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error)
        func (*HandlerAdapterV2) ProxyWithContext(context.Context, events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error)
        func (*HandlerAdapterALB) ProxyWithContext(context.Context, events.ALBTargetGroupRequest) (events.ALBTargetGroupResponse, error)
        type HandlerAdapter
        type HandlerAdapterV2
        type HandlerAdapterALB
    """,
    "github.com/awslabs/aws-lambda-go-api-proxy/chi": """
        import chi github.com/go-chi/chi/v5
        func New(*chi.Mux) *ChiLambda
        func NewV2(*chi.Mux) *ChiLambdaV2
        type ChiLambda
        type ChiLambdaV2
    """,
    "github.com/awslabs/aws-lambda-go-api-proxy/fiber": """
        import fiber github.com/gofiber/fiber/v2
        func New(*fiber.App) *FiberLambda
        type FiberLambda
    """,
    "github.com/awslabs/aws-lambda-go-api-proxy/gorillamux": """
        import mux github.com/gorilla/mux
        func New(*mux.Router) *GorillaMuxAdapter
        func NewV2(*mux.Router) *GorillaMuxAdapterV2
        type GorillaMuxAdapter
        type GorillaMuxAdapterV2
    """,
    "golang.org/x/crypto/bcrypt": """
        func CompareHashAndPassword([]byte, []byte) error
        func GenerateFromPassword([]byte, int) ([]byte, error)
    """,
    "golang.org/x/exp/slog": _SLOG,
    "golang.org/x/sync/errgroup": """
        func WithContext(context.Context) (*Group, context.Context)
        func (*Group) Go(func() error)
        func (*Group) TryGo(func() error) bool
        func (*Group) SetLimit(int)
        func (*Group) Wait() error
        type Group
    """,
    "github.com/sourcegraph/conc": """
        func NewWaitGroup() *WaitGroup
        func (*WaitGroup) Go(func())
        func (*WaitGroup) Wait()
        type WaitGroup
    """,
    "github.com/sourcegraph/conc/pool": """
        func New() *Pool
        func (*Pool) Go(func())
        func (*Pool) Wait()
        func (*Pool) WithMaxGoroutines(int) *Pool
        func (*Pool) WithErrors() *ErrorPool
        func (*Pool) WithContext(context.Context) *ContextPool
        func (*ErrorPool) Go(func() error)
        func (*ErrorPool) Wait() error
        func (*ErrorPool) WithContext(context.Context) *ContextPool
        func (*ErrorPool) WithFirstError() *ErrorPool
        func (*ErrorPool) WithMaxGoroutines(int) *ErrorPool
        func (*ContextPool) Go(func(context.Context) error)
        func (*ContextPool) Wait() error
        func (*ContextPool) WithFirstError() *ContextPool
        func (*ContextPool) WithCancelOnError() *ContextPool
        func (*ContextPool) WithMaxGoroutines(int) *ContextPool
        type Pool
        type ErrorPool
        type ContextPool
    """,
    "github.com/gocql/gocql": """
        func NewCluster(...string) *ClusterConfig
        func NewSession(ClusterConfig) (*Session, error)
        func (*ClusterConfig) CreateSession() (*Session, error)
        type ClusterConfig
        type Session
    """,
    "golang.org/x/sync/singleflight": """
        func (*Group) Do(string, func() (any, error)) (any, error, bool)
        type Group
    """,
    "github.com/pkg/errors": """
        func New(string) error
        func Errorf(string, ...any) error
        func Wrap(error, string) error
        func Wrapf(error, string, ...any) error
        func WithMessage(error, string) error
        func WithStack(error) error
        func Cause(error) error
        func Is(error, error) bool
        func As(error, any) bool
    """,
    "github.com/cockroachdb/errors": """
        func New(string) error
        func Newf(string, ...any) error
        func Errorf(string, ...any) error
        func Wrap(error, string) error
        func Wrapf(error, string, ...any) error
        func WithStack(error) error
        func Is(error, error) bool
        func As(error, any) bool
    """,
    "golang.org/x/xerrors": """
        func New(string) error
        func Errorf(string, ...any) error
        func Is(error, error) bool
        func As(error, any) bool
    """,
    "encoding/hex": """
        func DecodeString(string) ([]byte, error)
        func EncodeToString([]byte) string
    """,
    "github.com/aws/aws-sdk-go/aws/awserr": """
        func New(string, string, error) Error
        func (Error) Code() string
        func (Error) Error() string
        func (Error) Message() string
        func (Error) OrigErr() error
        type Error interface{error; Code() string; Message() string; OrigErr() error}
    """,
    "github.com/spf13/viper": """
        func New() *Viper
        func GetString(string) string
        func GetInt(string) int
        func GetBool(string) bool
        func (*Viper) GetString(string) string
        func (*Viper) GetInt(string) int
        type Viper
    """,
    "github.com/samber/do": """
        func Invoke[T any](*Injector) (T, error)
        func InvokeNamed[T any](*Injector, string) (T, error)
        func MustInvoke[T any](*Injector) T
        func MustInvokeNamed[T any](*Injector, string) T
        func New() *Injector
        type Injector
    """,
    "github.com/samber/do/v2": """
        func Invoke[T any](Injector) (T, error)
        func InvokeNamed[T any](Injector, string) (T, error)
        func InvokeAs[T any](Injector) (T, error)
        func MustInvoke[T any](Injector) T
        func MustInvokeNamed[T any](Injector, string) T
        func MustInvokeAs[T any](Injector) T
        type Injector
    """,
    "github.com/samber/lo": """
        func FromPtr[T any](*T) T
        func Must[T any](T, any, ...any) T
        func Must1[T any](T, any, ...any) T
        func ToPtr[T any](T) *T
    """,
    "github.com/slack-go/slack": """
        func New(string, ...Option) *Client
        type Client
        type Option
    """,
}

_SDK1_CLIENTS = """
accessanalyzer=AccessAnalyzer account=Account acm=ACM acmpca=ACMPCA amplify=Amplify amplifybackend=AmplifyBackend
amplifyuibuilder=AmplifyUIBuilder apigateway=APIGateway apigatewaymanagementapi=ApiGatewayManagementApi
apigatewayv2=ApiGatewayV2 appconfig=AppConfig appconfigdata=AppConfigData appfabric=AppFabric appflow=Appflow
appintegrationsservice=AppIntegrationsService applicationautoscaling=ApplicationAutoScaling
applicationcostprofiler=ApplicationCostProfiler applicationdiscoveryservice=ApplicationDiscoveryService
applicationinsights=ApplicationInsights applicationsignals=ApplicationSignals appmesh=AppMesh
appregistry=AppRegistry apprunner=AppRunner appstream=AppStream appsync=AppSync apptest=AppTest
arczonalshift=ARCZonalShift artifact=Artifact athena=Athena auditmanager=AuditManager
augmentedairuntime=AugmentedAIRuntime autoscaling=AutoScaling autoscalingplans=AutoScalingPlans b2bi=B2bi
backup=Backup backupgateway=BackupGateway batch=Batch bcmdataexports=BCMDataExports bedrock=Bedrock
bedrockagent=BedrockAgent bedrockagentruntime=BedrockAgentRuntime bedrockruntime=BedrockRuntime
billingconductor=BillingConductor braket=Braket budgets=Budgets chatbot=Chatbot chime=Chime
chimesdkidentity=ChimeSDKIdentity chimesdkmediapipelines=ChimeSDKMediaPipelines chimesdkmeetings=ChimeSDKMeetings
chimesdkmessaging=ChimeSDKMessaging chimesdkvoice=ChimeSDKVoice cleanrooms=CleanRooms cleanroomsml=CleanRoomsML
cloud9=Cloud9 cloudcontrolapi=CloudControlApi clouddirectory=CloudDirectory cloudformation=CloudFormation
cloudfront=CloudFront cloudhsm=CloudHSM cloudhsmv2=CloudHSMV2 cloudsearch=CloudSearch
cloudsearchdomain=CloudSearchDomain cloudtrail=CloudTrail cloudtraildata=CloudTrailData cloudwatch=CloudWatch
cloudwatchevents=CloudWatchEvents cloudwatchevidently=CloudWatchEvidently cloudwatchlogs=CloudWatchLogs
cloudwatchrum=CloudWatchRUM codeartifact=CodeArtifact codebuild=CodeBuild codecommit=CodeCommit
codeconnections=CodeConnections codedeploy=CodeDeploy codeguruprofiler=CodeGuruProfiler
codegurureviewer=CodeGuruReviewer codegurusecurity=CodeGuruSecurity codepipeline=CodePipeline codestar=CodeStar
codestarconnections=CodeStarConnections codestarnotifications=CodeStarNotifications cognitoidentity=CognitoIdentity
cognitoidentityprovider=CognitoIdentityProvider cognitosync=CognitoSync comprehend=Comprehend
comprehendmedical=ComprehendMedical computeoptimizer=ComputeOptimizer configservice=ConfigService connect=Connect
connectcampaigns=ConnectCampaigns connectcases=ConnectCases connectcontactlens=ConnectContactLens
connectparticipant=ConnectParticipant connectwisdomservice=ConnectWisdomService controlcatalog=ControlCatalog
controltower=ControlTower costandusagereportservice=CostandUsageReportService costexplorer=CostExplorer
costoptimizationhub=CostOptimizationHub customerprofiles=CustomerProfiles
databasemigrationservice=DatabaseMigrationService dataexchange=DataExchange datapipeline=DataPipeline
datasync=DataSync datazone=DataZone dax=DAX deadline=Deadline detective=Detective devicefarm=DeviceFarm
devopsguru=DevOpsGuru directconnect=DirectConnect directoryservice=DirectoryService dlm=DLM docdb=DocDB
docdbelastic=DocDBElastic drs=Drs dynamodb=DynamoDB dynamodbstreams=DynamoDBStreams ebs=EBS ec2=EC2
ec2instanceconnect=EC2InstanceConnect ecr=ECR ecrpublic=ECRPublic ecs=ECS efs=EFS eks=EKS eksauth=EKSAuth
elasticache=ElastiCache elasticbeanstalk=ElasticBeanstalk elasticinference=ElasticInference
elasticsearchservice=ElasticsearchService elastictranscoder=ElasticTranscoder elb=ELB elbv2=ELBV2 emr=EMR
emrcontainers=EMRContainers emrserverless=EMRServerless entityresolution=EntityResolution eventbridge=EventBridge
finspace=Finspace finspacedata=FinSpaceData firehose=Firehose fis=FIS fms=FMS
forecastqueryservice=ForecastQueryService forecastservice=ForecastService frauddetector=FraudDetector
freetier=FreeTier fsx=FSx gamelift=GameLift glacier=Glacier globalaccelerator=GlobalAccelerator glue=Glue
gluedatabrew=GlueDataBrew greengrass=Greengrass greengrassv2=GreengrassV2 groundstation=GroundStation
guardduty=GuardDuty health=Health healthlake=HealthLake iam=IAM identitystore=IdentityStore
imagebuilder=Imagebuilder inspector=Inspector inspector2=Inspector2 internetmonitor=InternetMonitor iot=IoT
iot1clickdevicesservice=IoT1ClickDevicesService iot1clickprojects=IoT1ClickProjects iotanalytics=IoTAnalytics
iotdataplane=IoTDataPlane iotdeviceadvisor=IoTDeviceAdvisor iotevents=IoTEvents ioteventsdata=IoTEventsData
iotfleethub=IoTFleetHub iotfleetwise=IoTFleetWise iotjobsdataplane=IoTJobsDataPlane
iotsecuretunneling=IoTSecureTunneling iotsitewise=IoTSiteWise iotthingsgraph=IoTThingsGraph
iottwinmaker=IoTTwinMaker iotwireless=IoTWireless ivs=IVS ivschat=Ivschat ivsrealtime=IVSRealTime kafka=Kafka
kafkaconnect=KafkaConnect kendra=Kendra kendraranking=KendraRanking keyspaces=Keyspaces kinesis=Kinesis
kinesisanalytics=KinesisAnalytics kinesisanalyticsv2=KinesisAnalyticsV2 kinesisvideo=KinesisVideo
kinesisvideoarchivedmedia=KinesisVideoArchivedMedia kinesisvideomedia=KinesisVideoMedia
kinesisvideosignalingchannels=KinesisVideoSignalingChannels kinesisvideowebrtcstorage=KinesisVideoWebRTCStorage
kms=KMS lakeformation=LakeFormation lambda=Lambda launchwizard=LaunchWizard
lexmodelbuildingservice=LexModelBuildingService lexmodelsv2=LexModelsV2 lexruntimeservice=LexRuntimeService
lexruntimev2=LexRuntimeV2 licensemanager=LicenseManager
licensemanagerlinuxsubscriptions=LicenseManagerLinuxSubscriptions
licensemanagerusersubscriptions=LicenseManagerUserSubscriptions lightsail=Lightsail locationservice=LocationService
lookoutequipment=LookoutEquipment lookoutforvision=LookoutForVision lookoutmetrics=LookoutMetrics m2=M2
machinelearning=MachineLearning macie2=Macie2 mailmanager=MailManager managedblockchain=ManagedBlockchain
managedblockchainquery=ManagedBlockchainQuery managedgrafana=ManagedGrafana
marketplaceagreement=MarketplaceAgreement marketplacecatalog=MarketplaceCatalog
marketplacecommerceanalytics=MarketplaceCommerceAnalytics marketplacedeployment=MarketplaceDeployment
marketplaceentitlementservice=MarketplaceEntitlementService marketplacemetering=MarketplaceMetering
mediaconnect=MediaConnect mediaconvert=MediaConvert medialive=MediaLive mediapackage=MediaPackage
mediapackagev2=MediaPackageV2 mediapackagevod=MediaPackageVod mediastore=MediaStore mediastoredata=MediaStoreData
mediatailor=MediaTailor medicalimaging=MedicalImaging memorydb=MemoryDB mgn=Mgn migrationhub=MigrationHub
migrationhubconfig=MigrationHubConfig migrationhuborchestrator=MigrationHubOrchestrator
migrationhubrefactorspaces=MigrationHubRefactorSpaces
migrationhubstrategyrecommendations=MigrationHubStrategyRecommendations mobileanalytics=MobileAnalytics mq=MQ
mturk=MTurk mwaa=MWAA neptune=Neptune neptunedata=Neptunedata networkfirewall=NetworkFirewall
networkmanager=NetworkManager networkmonitor=NetworkMonitor nimblestudio=NimbleStudio oam=OAM omics=Omics
opensearchserverless=OpenSearchServerless opensearchservice=OpenSearchService opsworks=OpsWorks
opsworkscm=OpsWorksCM organizations=Organizations osis=OSIS outposts=Outposts panorama=Panorama
paymentcryptography=PaymentCryptography paymentcryptographydata=PaymentCryptographyData
pcaconnectorad=PcaConnectorAd pcaconnectorscep=PcaConnectorScep personalize=Personalize
personalizeevents=PersonalizeEvents personalizeruntime=PersonalizeRuntime pi=PI pinpoint=Pinpoint
pinpointemail=PinpointEmail pinpointsmsvoice=PinpointSMSVoice pinpointsmsvoicev2=PinpointSMSVoiceV2 pipes=Pipes
polly=Polly pricing=Pricing privatenetworks=PrivateNetworks prometheusservice=PrometheusService proton=Proton
qapps=QApps qbusiness=QBusiness qconnect=QConnect qldb=QLDB qldbsession=QLDBSession quicksight=QuickSight ram=RAM
rds=RDS rdsdataservice=RDSDataService recyclebin=RecycleBin redshift=Redshift
redshiftdataapiservice=RedshiftDataAPIService redshiftserverless=RedshiftServerless rekognition=Rekognition
repostspace=Repostspace resiliencehub=ResilienceHub resourceexplorer2=ResourceExplorer2
resourcegroups=ResourceGroups resourcegroupstaggingapi=ResourceGroupsTaggingAPI robomaker=RoboMaker
rolesanywhere=RolesAnywhere route53=Route53 route53domains=Route53Domains route53profiles=Route53Profiles
route53recoverycluster=Route53RecoveryCluster route53recoverycontrolconfig=Route53RecoveryControlConfig
route53recoveryreadiness=Route53RecoveryReadiness route53resolver=Route53Resolver s3=S3 s3control=S3Control
s3outposts=S3Outposts sagemaker=SageMaker sagemakeredgemanager=SagemakerEdgeManager
sagemakerfeaturestoreruntime=SageMakerFeatureStoreRuntime sagemakergeospatial=SageMakerGeospatial
sagemakermetrics=SageMakerMetrics sagemakerruntime=SageMakerRuntime savingsplans=SavingsPlans scheduler=Scheduler
schemas=Schemas secretsmanager=SecretsManager securityhub=SecurityHub securitylake=SecurityLake
serverlessapplicationrepository=ServerlessApplicationRepository servicecatalog=ServiceCatalog
servicediscovery=ServiceDiscovery servicequotas=ServiceQuotas ses=SES sesv2=SESV2 sfn=SFN shield=Shield
signer=Signer simpledb=SimpleDB simspaceweaver=SimSpaceWeaver sms=SMS snowball=Snowball
snowdevicemanagement=SnowDeviceManagement sns=SNS sqs=SQS ssm=SSM ssmcontacts=SSMContacts ssmincidents=SSMIncidents
ssmsap=SsmSap sso=SSO ssoadmin=SSOAdmin ssooidc=SSOOIDC storagegateway=StorageGateway sts=STS
supplychain=SupplyChain support=Support supportapp=SupportApp swf=SWF synthetics=Synthetics taxsettings=TaxSettings
textract=Textract timestreaminfluxdb=TimestreamInfluxDB timestreamquery=TimestreamQuery
timestreamwrite=TimestreamWrite tnb=Tnb transcribeservice=TranscribeService
transcribestreamingservice=TranscribeStreamingService transfer=Transfer translate=Translate
trustedadvisor=TrustedAdvisor verifiedpermissions=VerifiedPermissions voiceid=VoiceID vpclattice=VPCLattice waf=WAF
wafregional=WAFRegional wafv2=WAFV2 wellarchitected=WellArchitected workdocs=WorkDocs worklink=WorkLink
workmail=WorkMail workmailmessageflow=WorkMailMessageFlow workspaces=WorkSpaces
workspacesthinclient=WorkSpacesThinClient workspacesweb=WorkSpacesWeb xray=XRay
"""

SDK1_CLIENTS = dict(pair.split("=") for pair in _SDK1_CLIENTS.split())
