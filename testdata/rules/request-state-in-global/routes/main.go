package main

import (
	"context"
	"encoding/json"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	chiadapter "github.com/awslabs/aws-lambda-go-api-proxy/chi"
	ginadapter "github.com/awslabs/aws-lambda-go-api-proxy/gin"
	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
)

type note struct{ Text string }

type notes struct {
	user    string
	id      string
	last    note
	page    string
	count   int
	ok      bool
	length  int
	table   string
	drafted note
}

func (n *notes) put(w http.ResponseWriter, r *http.Request) {
	n.user = r.Header.Get("X-User") // want: ^n.user of a value from start-up keeps data of this request for later ones$
	n.id = chi.URLParam(r, "id")    // want: ^n.id of a value from start-up keeps data
	page := r.URL.Query().Get("page")
	n.page = page // want: ^n.page of a value from start-up keeps data
	var one note
	if err := json.NewDecoder(r.Body).Decode(&one); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	n.last = one // want: ^n.last of a value from start-up keeps data
	n.drafted = note{Text: "none"}
	n.count++
	n.length = size(r)
	n.table = os.Getenv("TABLE")
	own := notes{}
	own.user = r.Header.Get("X-User")
	w.WriteHeader(http.StatusNoContent)
}

func size(r *http.Request) int { return int(r.ContentLength) }

func (n *notes) show(c *gin.Context) {
	n.id = c.Param("id") // want: ^n.id of a value from start-up keeps data
	n.ok = true
	c.JSON(http.StatusOK, n.last)
}

func main() {
	served := &notes{}
	if os.Getenv("ROUTER") == "gin" {
		engine := gin.New()
		engine.GET("/notes/:id", served.show)
		adapter := ginadapter.New(engine)
		lambda.Start(func(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
			return adapter.ProxyWithContext(ctx, e)
		})
	}
	router := chi.NewRouter()
	router.Put("/notes/{id}", served.put)
	adapter := chiadapter.New(router)
	lambda.Start(func(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
		return adapter.ProxyWithContext(ctx, e)
	})
}
