package answer

import "github.com/aws/aws-lambda-go/events"

// Text answers with a text.
func Text(status int, text string) events.APIGatewayV2HTTPResponse {
	if status >= 500 {
		return events.APIGatewayV2HTTPResponse{StatusCode: status}
	}
	return events.APIGatewayV2HTTPResponse{StatusCode: status, Body: text}
}

// Maybe answers with a text, if there is one.
func Maybe(text string) events.APIGatewayV2HTTPResponse {
	if text == "" {
		return events.APIGatewayV2HTTPResponse{}
	}
	return Text(200, text)
}

// Nothing is no answer.
func Nothing() events.APIGatewayV2HTTPResponse {
	return events.APIGatewayV2HTTPResponse{}
}
